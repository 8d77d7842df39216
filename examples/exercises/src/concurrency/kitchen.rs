//! Checks of the exercises for *The kitchen*.

use std::collections::{BTreeSet, VecDeque};

use timeline::{Model, Run, Span};

use crate::grade::{claim, lists, patiently};

/// A name, the minutes that it takes, and what must be finished before it.
pub type Task<'a> = (&'a str, u64, &'a [&'a str]);

/// The minutes of a cook's work on a pie.
const WORK: u64 = 2;

/// One cook begins a pie as soon as the one before is in the oven, and each has its time there.
///
/// # Panics
///
/// With the smallest kitchen in which it is not so.
#[track_caller]
pub fn the_cook_walks_away(bake: fn(&[(&str, u64)]) -> Model) {
    let names = ["apple", "cherry", "plum", "quince"];
    for ovens in lists(4, 3).into_iter().filter(|list| !list.is_empty() && !list.contains(&0)) {
        let pies: Vec<_> = names.into_iter().zip(ovens.iter().map(|oven| oven * 3)).collect();
        let run = bake(&pies).run();
        let cooks = run.workers.len();
        claim(&run, "there is one cook", cooks == 1);
        for (&(pie, oven), begin) in pies.iter().zip((0..).step_by(WORK as usize)) {
            let (from, to) = in_hand(&run, pie);
            let worked = time_on(&run, pie) == WORK && to - from == WORK;
            claim(&run, &format!("`{pie}` has {WORK} minutes of work, in one go"), worked);
            let out = run.tasks.iter().find(|task| task.name == pie).and_then(|task| task.end);
            let baked = out == Some(to + oven);
            claim(&run, &format!("`{pie}` has {oven} minutes in the oven"), baked);
            let soon = format!(
                "the cook begins `{pie}` at minute {begin}, when the pies before it are in the oven"
            );
            claim(&run, &soon, from == begin);
        }
    }
}

/// The piles take turns, and the knife is wiped where it goes from one to another.
///
/// # Panics
///
/// With the smallest kitchen in which it is not so.
#[track_caller]
pub fn the_knife_is_wiped_at_a_change(prepare: fn(&[(&str, u64)], u64, u64) -> Model) {
    let names = ["onions", "cucumbers", "carrots"];
    let sizes = || lists(3, 3).into_iter().filter(|list| !list.is_empty() && !list.contains(&0));
    let as_long_as_a_turn = sizes().map(|sizes| (sizes, 60, 10));
    for (sizes, turn, wipe) in as_long_as_a_turn.chain(sizes().map(|sizes| (sizes, 50, 20))) {
        let piles: Vec<_> = names.into_iter().zip(sizes.iter().map(|size| size * 60)).collect();
        let given = piles.clone();
        let run = patiently("the piles", move || prepare(&given, turn, wipe)).run();
        claim(&run, "there is one knife", run.workers.len() == 1);
        for (pile, seconds) in &piles {
            let cut = time_on(&run, pile) == *seconds;
            claim(&run, &format!("the {pile} are cut for {seconds} seconds"), cut);
        }
        let in_turn = turns(&run) == wanted_turns(&piles, turn);
        let text = format!("the piles take turns of {turn} seconds, as long as anybody waits");
        claim(&run, &text, in_turn);
        for pair in run.spans.windows(2) {
            let (name, gap) = (&run.tasks[pair[1].task].name, pair[1].start - pair[0].end);
            let text = if pair[0].task == pair[1].task {
                format!("the knife goes on with the {name}, and is not wiped for that")
            } else {
                format!("the knife is wiped for {wipe} seconds before it goes to the {name}")
            };
            claim(&run, &text, gap == if pair[0].task == pair[1].task { 0 } else { wipe });
        }
    }
}

/// Each task waits for what it needs and for a cook, and for nothing else.
///
/// # Panics
///
/// With the smallest salad in which it is not so.
#[track_caller]
pub fn nobody_is_idle_without_need(salad: fn(&[Task<'_>], usize) -> Model) {
    let names = ["onions", "cucumbers", "dressing", "toss"];
    for size in 1..=names.len() {
        // A bit for each pair of tasks: whether the one needs the other, which comes before it.
        for bits in 0..1 << (size * (size - 1) / 2) {
            let needs: Vec<Vec<&str>> = (0..size)
                .map(|task| {
                    let own: usize = bits >> (task * task.saturating_sub(1) / 2);
                    (0..task).filter(|need| own >> need & 1 == 1).map(|need| names[need]).collect()
                })
                .collect();
            for (cooks, backwards) in [(1, false), (2, false), (2, true), (3, false)] {
                let given = needs.clone();
                let make = move || salad(&tasks(&names, &given, backwards), cooks);
                let run = patiently("the salad", make).run();
                no_idle_cook(&tasks(&names, &needs, backwards), cooks, &run);
            }
        }
    }
}

/// Tasks with these names and needs.
fn tasks<'a>(names: &[&'a str], needs: &'a [Vec<&'a str>], backwards: bool) -> Vec<Task<'a>> {
    let parts = names.iter().zip([2, 3, 1, 2]).zip(needs);
    let mut tasks: Vec<Task<'a>> =
        parts.map(|((name, minutes), needs)| (*name, minutes, &**needs)).collect();
    if backwards {
        tasks.reverse();
    }
    tasks
}

#[track_caller]
fn no_idle_cook(tasks: &[Task<'_>], cooks: usize, run: &Run) {
    let there_are = format!("there are no more cooks than {cooks}");
    claim(run, &there_are, run.workers.len() <= cooks);
    for &(task, minutes, needs) in tasks {
        let done = time_on(run, task) == minutes;
        claim(run, &format!("`{task}` is done, which takes {minutes} minutes"), done);
        let (from, to) = in_hand(run, task);
        let cooks: BTreeSet<_> = spans_of(run, task).map(|span| span.worker).collect();
        let known = run.tasks.iter().any(|known| known.name == task);
        let whole = to - from == minutes && cooks.len() <= 1 && known;
        claim(run, &format!("`{task}` is done by one cook, in one go"), whole);
        for need in needs.iter().filter(|need| tasks.iter().any(|(task, ..)| task == *need)) {
            let waits = in_hand(run, need).1 <= from;
            claim(run, &format!("`{task}` begins when `{need}` is finished"), waits);
        }
    }
    for &(task, _, needs) in tasks {
        let ready = needs.iter().map(|need| in_hand(run, need).1).max().unwrap_or(0);
        let idle = (ready..in_hand(run, task).0).find(|&at| run.executing().at(at) < cooks as f64);
        let text = format!(
            "with {cooks} cooks, nobody stands idle at minute {} while `{task}` can be begun",
            idle.unwrap_or(0)
        );
        claim(run, &text, idle.is_none());
    }
}

/// From when to when a task was in somebody's hands, with what was between.
fn in_hand(run: &Run, task: &str) -> (u64, u64) {
    let spans = || spans_of(run, task);
    let first = spans().map(|span| span.start).min().unwrap_or(0);
    (first, spans().map(|span| span.end).max().unwrap_or(first))
}

/// How long somebody worked on a task.
fn time_on(run: &Run, task: &str) -> u64 {
    spans_of(run, task).map(|span| span.end - span.start).sum()
}

fn spans_of<'a>(run: &'a Run, task: &'a str) -> impl Iterator<Item = &'a Span> {
    run.spans.iter().filter(move |span| run.tasks[span.task].name == task)
}

/// Who had the knife, in which order and for how long, changes of hands only.
fn turns(run: &Run) -> Vec<(String, u64)> {
    let spans = run.spans.iter();
    joined(spans.map(|span| (run.tasks[span.task].name.clone(), span.end - span.start)))
}

fn wanted_turns(piles: &[(&str, u64)], turn: u64) -> Vec<(String, u64)> {
    let mut waiting = VecDeque::from(piles.to_vec());
    let turns = std::iter::from_fn(|| {
        let (pile, left) = waiting.pop_front()?;
        if left > turn {
            waiting.push_back((pile, left - turn));
        }
        Some((pile.to_owned(), left.min(turn)))
    });
    joined(turns)
}

/// Turns of the same pile that follow each other are one.
fn joined(turns: impl Iterator<Item = (String, u64)>) -> Vec<(String, u64)> {
    let mut all: Vec<(String, u64)> = Vec::new();
    for (pile, time) in turns {
        match all.last_mut() {
            Some((last, sum)) if *last == pile => *sum += time,
            _ => all.push((pile, time)),
        }
    }
    all
}
