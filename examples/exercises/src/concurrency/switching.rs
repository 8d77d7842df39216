//! Checks of the exercises for *Who switches?*.

use std::cell::RefCell;
use std::rc::Rc;

use timeline::Model;

use crate::grade::{claim, lists, patiently};

/// `next` gives a task a turn; `None` says that it has finished.
pub type Task = Box<dyn Iterator<Item = ()>>;

/// Chops the onion of this number.
pub type Chop = Box<dyn FnMut(u64)>;

/// The name of a driver, when its device has something, and how long the driver works on it.
pub type Event = (&'static str, u64, u64);

/// What was done, in the order in which it was.
#[derive(Clone, Default)]
struct Diary(Rc<RefCell<Vec<String>>>);

impl Diary {
    fn note(&self, line: impl Into<String>) {
        self.0.borrow_mut().push(line.into());
    }

    fn lines(&self) -> String {
        self.0.borrow().join(" · ")
    }
}

/// The tasks take turns in their order, and each gets all its turns.
///
/// # Panics
///
/// With the fewest tasks for which it is not so.
#[track_caller]
pub fn tasks_take_turns(run: fn(Vec<Task>)) {
    let names = ["Anna", "Ben", "Cleo"];
    let mut all = lists(3, 3);
    all.retain(|steps| !steps.is_empty());
    all.sort_by_key(|steps| steps.iter().sum::<u64>());
    for steps in all {
        let given = steps.clone();
        let yours = patiently("the turns", move || {
            let diary = Diary::default();
            let task = |(&steps, name): (&u64, &'static str)| -> Task {
                let (diary, mut asked) = (diary.clone(), 0);
                Box::new(std::iter::from_fn(move || {
                    asked += 1;
                    assert!(
                        asked <= steps + 9,
                        "{name} has finished, and is asked again and again"
                    );
                    (asked <= steps).then(|| diary.note(format!("{name} {asked}")))
                }))
            };
            run(given.iter().zip(names).map(task).collect());
            diary.lines()
        });
        let rounds = 1..=steps.iter().copied().max().unwrap_or(0);
        let turns = rounds.flat_map(|round| {
            let who = steps.iter().zip(names).filter(move |(steps, _)| round <= **steps);
            who.map(move |(_, name)| format!("{name} {round}"))
        });
        let wanted = turns.collect::<Vec<_>>().join(" · ");
        assert!(
            wanted == yours,
            "This does not hold: everybody gets a turn before anybody gets another.\n\n\
             Tasks of {steps:?} turns: {wanted}\n{:>25} {yours}\n",
            "Yours:"
        );
    }
}

/// The cook looks at the door after every second onion, and chops each.
///
/// # Panics
///
/// With the fewest onions for which it is not so.
#[track_caller]
pub fn two_onions_then_a_look(onions: fn(u64, Chop) -> Task) {
    for number in (1..=7).chain([0]) {
        let diary = Diary::default();
        let hand = diary.clone();
        let task = onions(number, Box::new(move |onion| hand.note(format!("chop {onion}"))));
        let begun = diary.lines();
        assert!(begun.is_empty(), "Before the first turn of {number} onions, there is: {begun}.");
        // An endless task would be looked at for ever.
        for () in task.take(2 * number as usize + 2) {
            diary.note("look");
        }
        let wanted = (1..=number).map(|onion| {
            let look = onion.is_multiple_of(2) || onion == number;
            format!("chop {onion}{}", if look { " · look" } else { "" })
        });
        let (wanted, yours) = (wanted.collect::<Vec<_>>().join(" · "), diary.lines());
        assert!(
            wanted == yours,
            "This does not hold: there is a look at the door after every second onion, and after \
             the last.\n\n{number} onions: {wanted}\n   Yours: {yours}\n"
        );
    }
}

/// At each instant the processor is with the most urgent that is in progress.
///
/// # Panics
///
/// With a run in which it is not so.
#[track_caller]
pub fn the_most_urgent_goes_first(serve: fn(&[Event], u64) -> Model) {
    for count in 1..=3 {
        let options = lists(count, 3).into_iter().filter(|list| list.len() == count);
        for at in options {
            for times in [[1, 1, 1], [2, 3, 1], [1, 2, 3]] {
                let events = ["mouse", "key", "disk"].into_iter().zip(at.iter().zip(times));
                let events: Vec<Event> =
                    events.map(|(name, (&at, time))| (name, at, time)).collect();
                serves(&events, 4, serve);
            }
        }
    }
    let day = [("mouse 1", 30, 10), ("mouse 2", 155, 10), ("key", 35, 10), ("disk", 150, 30)];
    serves(&day, 400, serve);
}

#[track_caller]
fn serves(events: &[Event], computation: u64, serve: fn(&[Event], u64) -> Model) {
    let given = events.to_vec();
    let run = &patiently("the drivers", move || serve(&given, computation)).run();
    claim(run, "there is one processor", run.workers.len() == 1);
    let all = events.iter().copied().chain([("computation", 0, computation)]);
    let all: Vec<Event> = all.collect();
    for &(task, at, time) in &all {
        let spans = run.spans.iter().filter(|span| run.tasks[span.task].name == task);
        let worked: u64 = spans.map(|span| span.end - span.start).sum();
        claim(run, &format!("`{task}` has {time} µs of work done, and no more"), worked == time);
        let from = run.tasks.iter().find(|known| known.name == task).map(|task| task.start);
        let known = task == "computation" || from == Some(at);
        claim(run, &format!("`{task}` is in progress from {at} µs on"), known);
    }
    let mut left: Vec<u64> = all.iter().map(|&(_, _, time)| time).collect();
    for now in 0..run.makespan() {
        let due = (0..all.len()).find(|&task| all[task].1 <= now && left[task] > 0);
        let on = run.spans.iter().find(|span| span.start <= now && now < span.end);
        let on = on.map(|span| &*run.tasks[span.task].name);
        let (who, holds) = match due {
            Some(task) => (all[task].0, on == Some(all[task].0)),
            None => ("nobody", on.is_none()),
        };
        let text = format!("at {now} µs the most urgent in progress is `{who}`, and is executing");
        claim(run, &text, holds);
        if let Some(task) = due {
            left[task] -= 1;
        }
    }
}
