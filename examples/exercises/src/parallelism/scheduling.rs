//! Checks of the exercises for *Scheduling parallel work*.

use std::collections::VecDeque;
use std::sync::Arc;

use interleave::{Mutex, say, thread};
use rayon::{ThreadPool, ThreadPoolBuilder};
use timeline::{Model, draw};

use crate::grade::{Meeting, every_schedule, lists, recorded};

/// Every job is somebody's, once, and no worker stands idle while there is a job that nobody has begun.
///
/// # Panics
///
/// With the shortest list of jobs for which it is not so, and the plan, drawn.
#[track_caller]
pub fn plans_without_idling(plan: fn(&[u64], usize) -> Vec<Vec<usize>>) {
    for mut minutes in lists(5, 3) {
        minutes.iter_mut().for_each(|minutes| *minutes += 1);
        for workers in 1..=3 {
            let plan = plan(&minutes, workers);
            let case =
                format!("Jobs of {minutes:?} minutes, {workers} workers. The plan: {plan:?}.");
            let mut planned = plan.concat();
            planned.sort_unstable();
            assert!(
                plan.len() == workers && planned.iter().copied().eq(0..minutes.len()),
                "{case} There must be a list for each worker, and each job must be in one of them, once."
            );
            let (model, begins, free) = timetable(&minutes, &plan);
            let last = (0..minutes.len()).max_by_key(|&job| begins[job]);
            let idle = (0..workers).min_by_key(|&worker| free[worker]);
            let Some((last, idle)) = last.zip(idle) else { continue };
            let (begin, free) = (begins[last], free[idle]);
            assert!(
                begin <= free,
                "{case}\n\nWorker {} has nothing to do from minute {free} on, and job {last} is begun \
                 only at minute {begin}.\n\n{}\n",
                idle + 1,
                draw::strip::render(&model.run(), 90, false)
            );
        }
    }
}

/// The plan, carried out; when each job begins, and when each worker has nothing to do any more.
fn timetable(minutes: &[u64], plan: &[Vec<usize>]) -> (Model, Vec<u64>, Vec<u64>) {
    let mut model = Model::new("the plan", "min");
    let (mut begins, mut free) = (vec![0; minutes.len()], vec![0; plan.len()]);
    for (worker, jobs) in plan.iter().enumerate() {
        for &job in jobs {
            begins[job] = free[worker];
            free[worker] += minutes[job];
            let when = begins[job]..free[worker];
            model.work(&format!("worker {}", worker + 1), &format!("job {job}"), when);
        }
    }
    (model, begins, free)
}

/// A worker's own jobs, and those of the other one, the oldest first.
type Jobs = Mutex<VecDeque<u32>>;

/// What somebody got who asked once, and what was left in the lists.
#[derive(Clone, Debug)]
struct Asked {
    job: Option<u32>,
    own: Vec<u32>,
    others: Vec<u32>,
}

/// The newest of one's own jobs comes next, and if there is none, the oldest of the other's.
///
/// # Panics
///
/// With two lists for which it is another one.
#[track_caller]
pub fn takes_from_the_right_end(next: fn(&Jobs, &Jobs) -> Option<u32>) {
    for (own, others) in [(&[][..], &[][..]), (&[1, 2], &[]), (&[], &[4, 5, 6]), (&[1, 2], &[4, 5])]
    {
        let (mine, theirs) = (own.to_vec(), others.to_vec());
        let asked = every_schedule("one worker asks", move || {
            let mine = Mutex::new("own list", VecDeque::from(mine.clone()));
            let theirs = Mutex::new("other's list", VecDeque::from(theirs.clone()));
            let job = thread::scope(|kitchen| {
                let anna = kitchen.spawn("Anna", || next(&mine, &theirs));
                anna.join().expect("a panic ends the run")
            });
            let [own, others] = [mine, theirs].map(|list| Vec::from(list.lock().clone()));
            Asked { job, own, others }
        });
        let (job, own_left, others_left) = match (own, others) {
            ([left @ .., newest], _) => (Some(*newest), left, others),
            ([], [oldest, left @ ..]) => (Some(*oldest), own, left),
            ([], []) => (None, own, others),
        };
        let claim = format!("own jobs {own:?}, the other's {others:?}: the next one is {job:?}");
        asked.always(&claim, |end| end.result.job == job);
        let claim = format!("{claim}, and it is not in a list any more; all others are");
        asked.always(&claim, |end| end.result.own == own_left && end.result.others == others_left);
    }
}

/// In every schedule all jobs are done, each once; nobody goes home while there is one in a list, and
/// who has none of his own can do one of the other's.
///
/// # Panics
///
/// With a schedule in which it is not so.
#[track_caller]
pub fn nobody_goes_home_early(next: fn(&Jobs, &Jobs) -> Option<u32>) {
    for (annas, bens) in [(2, 0), (1, 1), (2, 1)] {
        let found = every_schedule("two lists", move || {
            let annas_list: Jobs = Mutex::new("Anna's list", (1..=annas).collect());
            let bens_list: Jobs = Mutex::new("Ben's list", (annas + 1..=annas + bens).collect());
            let work = |name: &str, own: &Jobs, others: &Jobs| {
                while let Some(job) = next(own, others) {
                    say!("{name} does {job}");
                }
                say!("{name} goes home");
            };
            thread::scope(|kitchen| {
                kitchen.spawn("Anna", || work("Anna", &annas_list, &bens_list));
                kitchen.spawn("Ben", || work("Ben", &bens_list, &annas_list));
            });
        });
        let case = format!("Anna has {annas} jobs, and Ben has {bens}");
        found.always(&format!("{case}: each job is done, once"), |end| {
            let mut done: Vec<_> = end.said.iter().filter_map(|line| done(line)).collect();
            done.sort_unstable();
            done.into_iter().eq(1..=annas + bens)
        });
        let claim = format!(
            "{case}: nobody goes home while a job is left. Afterwards, the other one does at most the \
             job that was already taken"
        );
        found.always(&claim, |end| {
            let gone = end.said.iter().position(|line| line.ends_with("goes home"));
            let afterwards = end.said.iter().skip(gone.unwrap_or(0));
            afterwards.filter(|line| done(line).is_some()).count() <= 1
        });
        found.sometimes(&format!("{case}: Ben does one of Anna's"), |end| {
            (1..=annas).any(|job| end.said.contains(&format!("Ben does {job}")))
        });
    }
}

/// The job that was done, if the line says so.
fn done(line: &str) -> Option<u32> {
    line.split_once(" does ")?.1.parse().ok()
}

/// Makes soup of what the two jobs make, the stock and the onions.
pub type Soup = fn(&(dyn Fn() -> String + Sync), &(dyn Fn() -> String + Sync)) -> String;

/// There is soup in a pool of two workers and in a pool of one, and no worker waits while there is
/// something to do.
///
/// # Panics
///
/// With the recording in which it is not so.
#[track_caller]
pub fn makes_soup(soup: Soup) {
    let meeting = Arc::new(Meeting::of(2));
    let helped = recorded("onions for two", move || {
        let half = |name: &str| meeting.attend(name);
        let chop = || {
            rayon::join(|| half("one half"), || half("the other half"));
            "onions".to_owned()
        };
        pool(2).install(|| soup(&|| "stock".to_owned(), &chop))
    });
    let helped = helped.in_progress(2..=2, "whoever has boiled the stock helps with the onions");
    is_soup(&helped.result);

    let meeting = Arc::new(Meeting::of(2));
    let at_once = recorded("stock and onions, two workers", move || {
        let make = |name: &str| {
            meeting.attend(name);
            name.to_owned()
        };
        pool(2).install(|| soup(&|| make("stock"), &|| make("onions")))
    });
    at_once.in_progress(2..=2, "the onions are chopped while the stock boils");

    let alone = recorded("stock and onions, one worker", move || {
        let make = |name: &'static str| {
            Meeting::of(1).attend(name);
            name.to_owned()
        };
        pool(1).install(|| soup(&|| make("stock"), &|| make("onions")))
    });
    let alone = alone.workers(1..=1, "the only worker of the pool does both");
    is_soup(&alone.result);
}

#[track_caller]
fn is_soup(soup: &str) {
    assert!(soup == "stock with onions", "Soup is `stock with onions`. Yours is `{soup}`.");
}

/// A pool whose workers have names.
fn pool(workers: usize) -> ThreadPool {
    let pool = ThreadPoolBuilder::new().num_threads(workers);
    let pool = pool.thread_name(|number| format!("worker {}", number + 1));
    pool.build().expect("the system has a few threads for us")
}
