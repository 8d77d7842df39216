//! Checks of the exercises for *When it does not pay*.

use interleave::{Mutex, Receiver, Sender, channel, say, thread};
use timeline::{Model, draw};

use crate::grade::{Found, every_schedule, patiently};

/// For every few tasks, the answer is what comes out if one core and two serve them.
///
/// # Panics
///
/// With the fewest tasks for which it is not, and what one core does, drawn.
#[track_caller]
pub fn knows_whether_a_second_core_helps(yours: fn(u64, u64, u64) -> bool) {
    for tasks in 1..=4 {
        for computes in 1..=4 {
            for waits in 0..=8 {
                // The first rounds are different: all tasks begin at once.
                let rounds = |cores| {
                    let until = |rounds| serve(cores, tasks, computes, waits, rounds).1;
                    until(60) - until(20)
                };
                let (one, two) = (rounds(1), rounds(2));
                let yours = yours(tasks, computes, waits);
                assert!(
                    yours == (two < one),
                    "{tasks} of them, each computes {computes} ms and waits {waits} ms. In the long run, \
                     forty rounds of all take {one} ms on one core and {two} ms on two. So a second \
                     core {}. Yours says that it {}.\n\n{}\n",
                    helps(two < one),
                    helps(yours),
                    draw::strip::render(&serve(1, tasks, computes, waits, 4).0.run(), 90, false)
                );
            }
        }
    }
}

fn helps(helps: bool) -> &'static str {
    if helps { "helps" } else { "has nothing to do" }
}

/// So many rounds, drawn, and when the last task has computed for the last time. Whoever is ready
/// first computes first.
fn serve(cores: usize, tasks: u64, computes: u64, waits: u64, rounds: u64) -> (Model, u64) {
    let mut model = Model::new("one core", "ms");
    let mut free_at = vec![0; cores];
    let mut ready_at = vec![0; tasks as usize];
    for _ in 0..rounds * tasks {
        let task = (0..ready_at.len()).min_by_key(|&task| ready_at[task]).expect("there is a task");
        let core = (0..cores).min_by_key(|&core| free_at[core]).expect("there is a core");
        let begin = free_at[core].max(ready_at[task]);
        free_at[core] = begin + computes;
        ready_at[task] = begin + computes + waits;
        let (core, task) = (format!("core {}", core + 1), format!("task {}", task + 1));
        // The drawing is of a few rounds only.
        if rounds < 10 {
            model.started(&task, 0).work(&core, &task, begin..begin + computes);
        }
    }
    (model, free_at.into_iter().max().unwrap_or(0))
}

/// Looks through a page.
pub type LookThrough = fn(&str, &Mutex<usize>, &dyn Fn(&str) -> usize);

/// In every schedule the longest line is noted; and there are schedules in which one page is parsed
/// while another is.
///
/// # Panics
///
/// With a schedule in which it is not noted, or with all that there is.
#[track_caller]
pub fn parses_at_once(look_through: LookThrough) {
    for pages in [&["oil"][..], &["oil", "salt"], &["oil", "salt", "rice"]] {
        let found = every_schedule("pages", move || {
            let longest = Mutex::new("longest", 0);
            let parse = |page: &str| {
                say!("{page}: parsing begins");
                say!("{page}: parsing ends");
                page.len()
            };
            thread::scope(|kitchen| {
                for page in pages {
                    kitchen.spawn(page, || look_through(page, &longest, &parse));
                }
            });
            *longest.lock()
        });
        let wanted = pages.iter().map(|page| page.len()).max().expect("there is a page");
        let claim = format!("the pages {pages:?} are parsed, and {wanted} is noted as the longest");
        found.always(&claim, |end| end.result == wanted && end.said.len() == 2 * pages.len());
        if pages.len() > 1 {
            let claim = format!("of the pages {pages:?}, all are being parsed at the same time");
            found.sometimes(&claim, |end| {
                end.said[..pages.len()].iter().all(|line| line.ends_with("begins"))
            });
        }
    }
}

/// Hands on the numbers that a prime does not divide, in lists.
pub type Filter = fn(u32, usize, Receiver<u32>, Sender<Vec<u32>>);

/// The numbers come through that the prime does not divide, in order, and in lists of the right length.
///
/// # Panics
///
/// With the fewest numbers for which they do not.
#[track_caller]
pub fn hands_on_lists(filter: Filter) {
    for last in 1..=12 {
        for (prime, grain) in [(2, 1), (2, 2), (2, 3), (3, 2)] {
            let passed: Vec<_> = (2..=last).filter(|number| number % prime != 0).collect();
            let wanted: Vec<_> = passed.chunks(grain).map(<[_]>::to_vec).collect();
            let yours = patiently("a filter", move || {
                let (all, numbers) = channel("numbers", 99);
                (2..=last).for_each(|number| all.send(number).expect("it is received later"));
                drop(all);
                let (rest, passed) = channel("lists", 99);
                filter(prime, grain, numbers, rest);
                passed.iter().collect::<Vec<_>>()
            });
            assert!(
                yours == wanted,
                "2 to {last} without the multiples of {prime}, in lists of {grain}: {wanted:?}. Yours \
                 hands on {yours:?}."
            );
        }
    }
}

/// The first list can be handed on before the last number has come.
///
/// # Panics
///
/// With all that there is, where it cannot.
#[track_caller]
pub fn hands_on_early(filter: Filter) {
    let found = chain(filter, 2, 9, usize::MAX);
    let early = "2 to 9 in lists of 2: there is a list before 9 has been sent";
    found.sometimes(early, |end| end.said.first().is_some_and(|line| line == "list 1 is there"));
}

/// When nobody wants the lists any more, the filter ends, and so does whoever sends it numbers.
///
/// # Panics
///
/// With a schedule in which it takes numbers nevertheless.
#[track_caller]
pub fn ends_when_nobody_wants_any_more(filter: Filter) {
    let found = chain(filter, 1, 9, 1);
    let claim = "2 to 9 in lists of 1, of which only the first is wanted: the filter does not take all \
                 numbers";
    found.always(claim, |end| end.said == ["list 1 is there"]);
}

/// A thread counts, the filter filters, and another thread receives as many lists as it wants.
#[track_caller]
fn chain(filter: Filter, grain: usize, last: u32, wanted: usize) -> Found<()> {
    every_schedule("a chain", move || {
        let (all, numbers) = channel("numbers", 1);
        let (rest, passed) = channel("lists", 1);
        thread::scope(|scope| {
            scope.spawn("count", move || {
                for number in 2..=last {
                    if all.send(number).is_err() {
                        return;
                    }
                }
                say!("all numbers have been sent");
            });
            scope.spawn("filter", move || filter(2, grain, numbers, rest));
            scope.spawn("next", move || {
                for number in 1..=wanted {
                    if passed.recv().is_err() {
                        return;
                    }
                    say!("list {number} is there");
                }
            });
        });
    })
}
