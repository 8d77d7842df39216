//! Checks of the exercises for *Six puzzles*.

use interleave::{Condvar, Mutex, Semaphore, Shared, say, thread};

use crate::grade::{Found, every_schedule};

const NAMES: [&str; 3] = ["Anna", "Ben", "Carla"];

/// In every schedule nobody eats before all have laid, all eat, and any of them can be the first.
///
/// # Panics
///
/// With a schedule in which it is not so.
#[track_caller]
pub fn all_lay_before_any_eats(meet: fn(usize, &[Semaphore])) {
    for guests in 1..=3 {
        let names = &NAMES[..guests];
        let table = every_schedule("a table", move || {
            let here: Vec<_> =
                names.iter().map(|name| Semaphore::new(&format!("{name} is here"), 0)).collect();
            let here = &here[..];
            thread::scope(|table| {
                for (me, name) in names.iter().enumerate() {
                    table.spawn(name, move || {
                        say!("{name} lays");
                        meet(me, here);
                        say!("{name} eats");
                    });
                }
            });
        });
        let claim = format!("nobody eats before all {guests} have laid");
        table.always(&claim, |end| {
            end.said.len() == 2 * guests
                && end.said[..guests].iter().all(|line| line.ends_with(" lays"))
        });
        for name in names {
            let lays = format!("of {guests} guests, {name} is the first to lay");
            table.sometimes(&lays, |end| end.said[0].starts_with(name));
            let eats = format!("of {guests} guests, {name} is the first to eat");
            table.sometimes(&eats, |end| end.said[guests].starts_with(name));
        }
    }
}

/// What guests know of the dinner.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// How many have finished this course.
    pub done: u32,
    /// Which course it is.
    pub course: u32,
}

/// Waits until all guests have finished the course.
pub type Wait = fn(u32, &Mutex<Table>, &Condvar);

/// In every schedule nobody begins a course before all have finished the last, and all courses are eaten.
///
/// # Panics
///
/// With a schedule in which it is not so.
#[track_caller]
pub fn course_after_course(wait: Wait) {
    for (guests, courses) in [(1, 2), (2, 1), (3, 1), (2, 2), (2, 3)] {
        let claim = format!(
            "{guests} guests, {courses} courses: nobody goes on before all have finished a course"
        );
        dinner(wait, guests, courses, false).always(&claim, |end| end.said.is_empty());
    }
}

/// The same where somebody rings the bell once, at any time.
///
/// # Panics
///
/// With a schedule in which it is not so.
#[track_caller]
pub fn rung_for_nothing(wait: Wait) {
    for courses in 1..=2 {
        let claim = format!(
            "2 guests, {courses} courses, and the bell also rings for nothing: nobody goes on before \
             all have finished a course"
        );
        dinner(wait, 2, courses, true).always(&claim, |end| end.said.is_empty());
    }
}

/// Guests eat courses, and say so if one goes on too early.
#[track_caller]
fn dinner(wait: Wait, guests: u32, courses: u32, child: bool) -> Found<()> {
    every_schedule("dinner", move || {
        let (table, bell) = (Mutex::new("table", Table::default()), Condvar::new("bell"));
        let eaten = Shared::new("eaten", 0);
        let guest = |name: &str| {
            for course in 1..=courses {
                let _before = eaten.update(|n| n + 1);
                wait(guests, &table, &bell);
                if eaten.load().get() < course * guests {
                    say!("{name} goes on while somebody still eats course {course}");
                }
            }
        };
        thread::scope(|room| {
            for name in NAMES.into_iter().take(guests as usize) {
                room.spawn(name, move || guest(name));
            }
            if child {
                room.spawn("a child", || bell.notify_all());
            }
        });
    })
}

/// Comes into the kitchen, or goes out: with the count of the crew, and the room.
pub type Pass = fn(&Mutex<u32>, &Semaphore);

/// In every schedule no cook is in the kitchen together with a waiter, and all have been in.
///
/// # Panics
///
/// With a schedule in which it is not so.
#[track_caller]
pub fn crews_stay_apart(come_in: Pass, go_out: Pass) {
    for (cooks, waiters) in [(1, 1), (2, 1), (2, 2)] {
        let claim = format!("with cooks: {cooks} and waiters: {waiters}, no cook meets a waiter");
        kitchen(come_in, go_out, cooks, waiters).always(&claim, |end| {
            let mixed = |met: &String| met.contains("cook") && met.contains("waiter");
            !end.result.met.iter().any(mixed)
        });
    }
}

/// There are schedules in which the members of a crew meet, whichever crew it is.
///
/// # Panics
///
/// With all that there is.
#[track_caller]
pub fn a_crew_is_in_together(come_in: Pass, go_out: Pass) {
    for (cooks, waiters, crew) in [(2, 1, "cook"), (1, 2, "waiter")] {
        let claim =
            format!("with cooks: {cooks} and waiters: {waiters}, two {crew}s are in together");
        kitchen(come_in, go_out, cooks, waiters).sometimes(&claim, |end| {
            end.result.met.iter().any(|met| met.matches(crew).count() == 2)
        });
    }
    let claim = "with cooks: 3, all are in together";
    kitchen(come_in, go_out, 3, 0)
        .sometimes(claim, |end| end.result.met.iter().any(|met| met.matches("cook").count() == 3));
}

/// Who met whom in the kitchen.
#[derive(Clone, Debug)]
struct Evening {
    met: Vec<String>,
}

#[track_caller]
fn kitchen(come_in: Pass, go_out: Pass, cooks: usize, waiters: usize) -> Found<Evening> {
    const COOKS: [&str; 3] = ["cook Anna", "cook Ben", "cook Carla"];
    const WAITERS: [&str; 2] = ["waiter Dan", "waiter Eve"];
    every_schedule("one kitchen", move || {
        let (cooking, waiting) = (Mutex::new("cooks", 0), Mutex::new("waiters", 0));
        let room = Semaphore::new("room", 1);
        let present = Shared::new("present", Vec::<&'static str>::new());
        let visit = |name: &'static str, inside: &Mutex<u32>| {
            come_in(inside, &room);
            let others = present.update(move |mut names| {
                names.push(name);
                names
            });
            let others = others.get();
            let _before = present.update(move |mut names| {
                names.retain(|one| *one != name);
                names
            });
            go_out(inside, &room);
            (!others.is_empty()).then(|| format!("{name} meets {}", others.join(" and ")))
        };
        let visit = &visit;
        let met = thread::scope(|tavern| {
            let cooks = COOKS.into_iter().take(cooks).map(|name| (name, &cooking));
            let waiters = WAITERS.into_iter().take(waiters).map(|name| (name, &waiting));
            let crews: Vec<_> = cooks
                .chain(waiters)
                .map(|(name, inside)| tavern.spawn(name, move || visit(name, inside)))
                .collect();
            let met = crews.into_iter().filter_map(|one| one.join().expect("a panic ends the run"));
            met.collect()
        });
        Evening { met }
    })
}
