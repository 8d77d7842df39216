//! Programs drawn by lot, against all their schedules tried one by one.
//!
//! Here every schedule is written out, and nothing is merged: no states, no automata.

use std::collections::BTreeMap;

use interleave::{Kind, Mutex, Schedules, Search, Shared, say, thread};
use proptest::prelude::*;

/// A line of a program. There are two shared values, two locks, and for each thread one variable.
#[derive(Clone, Copy, Debug)]
enum Line {
    Load(usize),
    /// Stores the variable plus this.
    Store(usize, i32),
    /// Doubles a shared value and adds this.
    Update(usize, i32),
    /// Says the variable: looks into it.
    Say,
    /// Goes on only if the variable is even: looks into it, and branches.
    StopIfOdd,
    Lock(usize),
    Unlock(usize),
}

use Line::{Load, Lock, Say, StopIfOdd, Store, Unlock, Update};

/// The program under the search.
fn searched(program: Vec<Vec<Line>>) -> Schedules {
    let search = Search::new("drawn by lot").seconds(60);
    let run = move || {
        let shared = [Shared::new("a", 0), Shared::new("b", 0)];
        let locks = [Mutex::new("k", ()), Mutex::new("l", ())];
        thread::scope(|s| {
            for (index, lines) in program.iter().enumerate() {
                let (shared, locks) = (&shared, &locks);
                s.spawn(&index.to_string(), move || {
                    let mut variable = interleave::Value::from(0);
                    let mut held = [None, None];
                    for line in lines {
                        match *line {
                            Load(which) => variable = shared[which].load(),
                            Store(which, add) => shared[which].store(&variable + add),
                            Update(which, add) => {
                                shared[which].update(move |n| (2 * n + add) % 7);
                            }
                            Say => say!("{index}:{variable}"),
                            StopIfOdd if variable.get() % 2 != 0 => break,
                            StopIfOdd => {}
                            Lock(which) => held[which] = Some(locks[which].lock()),
                            Unlock(which) => drop(held[which].take()),
                        }
                    }
                    held.into_iter().for_each(drop);
                });
            }
        });
        (shared[0].load().get(), shared[1].load().get())
    };
    search.explore(run).unwrap()
}

/// Where a run stands, in the search that merges nothing.
#[derive(Clone, Default)]
struct Run {
    shared: [i32; 2],
    holder: [Option<usize>; 2],
    variables: [i32; 3],
    positions: [usize; 3],
    said: Vec<String>,
}

impl Run {
    /// Passes what is no step: a branch, and locks that are not held.
    fn settle(&mut self, program: &[Vec<Line>]) {
        for (thread, lines) in program.iter().enumerate() {
            while let Some(line) = lines.get(self.positions[thread]) {
                match *line {
                    StopIfOdd if self.variables[thread] % 2 != 0 => {
                        self.positions[thread] = lines.len();
                    }
                    StopIfOdd => self.positions[thread] += 1,
                    Unlock(which) if self.holder[which] != Some(thread) => {
                        self.positions[thread] += 1;
                    }
                    _ => break,
                }
            }
        }
    }

    /// The thread's next step; at its end it gives its locks back. None where it has none.
    fn next(&self, lines: &[Line], thread: usize) -> Option<Line> {
        let held = || (0..2).find(|which| self.holder[*which] == Some(thread)).map(Unlock);
        lines.get(self.positions[thread]).copied().or_else(held)
    }

    fn step(&self, line: Line, thread: usize) -> Option<Run> {
        let mut after = self.clone();
        after.positions[thread] += 1;
        match line {
            Load(which) => after.variables[thread] = self.shared[which],
            Store(which, add) => after.shared[which] = self.variables[thread] + add,
            Update(which, add) => after.shared[which] = (2 * self.shared[which] + add) % 7,
            Say => after.said.push(format!("{thread}:{}", self.variables[thread])),
            Lock(which) if self.holder[which].is_some() => return None,
            Lock(which) => after.holder[which] = Some(thread),
            Unlock(which) => after.holder[which] = None,
            StopIfOdd => unreachable!("a branch is no step"),
        }
        Some(after)
    }

    /// Counts the ways in which it can go on, by how they end.
    fn count(mut self, program: &[Vec<Line>], counts: &mut BTreeMap<(Kind, String), u128>) {
        self.settle(program);
        let (mut moved, mut left) = (false, false);
        for (thread, lines) in program.iter().enumerate() {
            let Some(line) = self.next(lines, thread) else { continue };
            left = true;
            if let Some(after) = self.step(line, thread) {
                moved = true;
                after.count(program, counts);
            }
        }
        if !moved {
            let mut text = self.said;
            let kind = if left { Kind::Deadlock } else { Kind::Finished };
            if !left {
                text.push(format!("({}, {})", self.shared[0], self.shared[1]));
            }
            *counts.entry((kind, text.join(" · "))).or_default() += 1;
        }
    }
}

/// The search's counts; a deadlock by what was said before it.
fn counts(found: &Schedules) -> BTreeMap<(Kind, String), u128> {
    let mut counts = BTreeMap::new();
    for one in found.outcomes() {
        let dead = one.kind == Kind::Deadlock;
        let text = if dead { one.said.join(" · ") } else { one.text.clone() };
        *counts.entry((one.kind, text)).or_default() += one.schedules.expect("it has no loops");
    }
    counts
}

fn line() -> impl Strategy<Value = Line> {
    prop_oneof![
        3 => (0..2_usize).prop_map(Load),
        3 => (0..2_usize, 0..3).prop_map(|(which, add)| Store(which, add)),
        1 => (0..2_usize, 0..3).prop_map(|(which, add)| Update(which, add)),
        1 => Just(Say),
        1 => Just(StopIfOdd),
        1 => (0..2_usize).prop_map(Unlock),
    ]
}

/// Lines, with at most one lock of each kind taken among them, or a thread would wait for itself.
fn lines(most: usize) -> impl Strategy<Value = Vec<Line>> {
    let locks = prop_oneof![Just(vec![]), Just(vec![0]), Just(vec![0, 1]), Just(vec![1, 0])];
    (prop::collection::vec(line(), 0..=most), locks, any::<u64>()).prop_map(
        |(mut lines, locks, at)| {
            let mut place = 0;
            for (shift, lock) in locks.into_iter().enumerate() {
                place += (at >> (8 * shift)) as usize % (lines.len() + 1 - place.min(lines.len()));
                lines.insert(place.min(lines.len()), Lock(lock));
                place += 1;
            }
            lines
        },
    )
}

fn program() -> impl Strategy<Value = Vec<Vec<Line>>> {
    prop_oneof![prop::collection::vec(lines(4), 2..=2), prop::collection::vec(lines(1), 3..=3),]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_schedule_is_counted(program in program()) {
        let mut all = BTreeMap::new();
        Run::default().count(&program, &mut all);
        let found = searched(program);
        prop_assert_eq!(found.stopped(), None);
        prop_assert_eq!(counts(&found), all);
    }
}
