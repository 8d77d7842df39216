//! A small searcher that writes `schedules.json` for a few steps a thread: the page's tests need
//! files whose contents nobody wrote by hand. The real ones are written by the examples themselves.

use std::collections::VecDeque;

use serde_json::{Value, json};

/// A step of a thread.
#[derive(Clone, Copy)]
pub(crate) enum Step {
    /// Reads the shared value.
    Load,
    /// Writes what was read, and one more.
    Store,
    /// Takes a lock, by its place among the shared values.
    Lock(usize),
    /// Gives it back.
    Unlock(usize),
}

/// A program: for each thread its steps, each with a line and its text.
pub(crate) struct Program {
    pub(crate) shared: &'static [&'static str],
    pub(crate) threads: Vec<Vec<(Step, usize, &'static str)>>,
}

/// Two cooks, each of whom counts one onion.
pub(crate) fn counter() -> Program {
    let cook =
        vec![(Step::Load, 9, "let n = onions.load();"), (Step::Store, 10, "onions.store(n + 1);")];
    Program { shared: &["onions"], threads: vec![cook.clone(), cook] }
}

/// Two cooks who take knife and board in opposite orders.
pub(crate) fn abba() -> Program {
    let cook = |first, second, line| {
        vec![
            (Step::Lock(first), line, "let first = first.lock();"),
            (Step::Lock(second), line + 1, "let second = second.lock();"),
            (Step::Unlock(second), line + 2, "drop(second);"),
            (Step::Unlock(first), line + 3, "drop(first);"),
        ]
    };
    Program { shared: &["knife", "board"], threads: vec![cook(0, 1, 4), cook(1, 0, 10)] }
}

const NAMES: [&str; 2] = ["anna", "ben"];

#[derive(Clone, PartialEq)]
struct State {
    at: Vec<usize>,
    read: Vec<usize>,
    shared: Vec<usize>,
}

impl Program {
    /// Every state, breadth first.
    fn states(&self) -> Vec<(State, Vec<(usize, usize)>)> {
        let threads = self.threads.len();
        let start = State {
            at: vec![0; threads],
            read: vec![0; threads],
            shared: vec![0; self.shared.len()],
        };
        let mut states = vec![(start, Vec::new())];
        let mut todo = VecDeque::from([0]);
        while let Some(from) = todo.pop_front() {
            for thread in 0..threads {
                let Some(after) = self.step(&states[from].0, thread) else { continue };
                let to =
                    states.iter().position(|(state, _)| *state == after).unwrap_or_else(|| {
                        states.push((after, Vec::new()));
                        todo.push_back(states.len() - 1);
                        states.len() - 1
                    });
                states[from].1.push((thread, to));
            }
        }
        states
    }

    fn step(&self, state: &State, thread: usize) -> Option<State> {
        let (step, ..) = self.threads[thread].get(state.at[thread])?;
        let mut after = state.clone();
        after.at[thread] += 1;
        match *step {
            Step::Load => after.read[thread] = state.shared[0],
            // What was read is dead from here on: states that differ in it alone are one.
            Step::Store => after.shared[0] = std::mem::take(&mut after.read[thread]) + 1,
            Step::Lock(lock) if state.shared[lock] == 0 => after.shared[lock] = thread + 1,
            Step::Lock(_) => return None,
            Step::Unlock(lock) => after.shared[lock] = 0,
        }
        Some(after)
    }

    /// What a search of it writes.
    pub(crate) fn schedules(&self, code: &str) -> Value {
        let states = self.states();
        let mut lines: Vec<(usize, &str)> =
            self.threads.iter().flatten().map(|(_, line, text)| (*line, *text)).collect();
        lines.sort_unstable();
        lines.dedup();
        let mut outcomes: Vec<(String, &str, u128, Vec<usize>)> = Vec::new();
        let mut ends = vec![None; states.len()];
        for (path, node) in paths(&states, 0) {
            let (state, _) = &states[node];
            let dead = (0..self.threads.len()).any(|t| state.at[t] < self.threads[t].len());
            let (text, kind) = if dead {
                ("anna waits for board, ben waits for knife".to_owned(), "deadlock")
            } else {
                (state.shared[0].to_string(), "finished")
            };
            let index =
                outcomes.iter().position(|outcome| outcome.0 == text).unwrap_or_else(|| {
                    outcomes.push((text, kind, 0, path.clone()));
                    outcomes.len() - 1
                });
            outcomes[index].2 += 1;
            ends[node] = Some(index);
        }
        let graph: Vec<Value> = states
            .iter()
            .enumerate()
            .map(|(at, (state, next))| {
                let mut reach: Vec<_> = paths(&states, at).iter().filter_map(|(_, end)| ends[*end]).collect();
                reach.sort_unstable();
                reach.dedup();
                let step = |t: usize| self.threads[t].get(state.at[t]);
                let line = |t| step(t).map(|(_, at, _)| lines.iter().position(|(line, _)| line == at));
                let does = |t| step(t).map(|(step, ..)| name(step));
                let threads = 0..self.threads.len();
                json!({
                    "v": state.shared.iter().map(|value| self.value(*value)).collect::<Vec<_>>(),
                    "out": [],
                    "next": next.iter().map(|(thread, to)| (thread.to_string(), json!(to))).collect::<serde_json::Map<_, _>>(),
                    "at": threads.clone().map(line).collect::<Vec<_>>(),
                    "does": threads.map(does).collect::<Vec<_>>(),
                    "end": ends[at],
                    "reach": reach,
                })
            })
            .collect();
        let total: u128 = outcomes.iter().map(|outcome| outcome.2).sum();
        json!({
            "program": "fixture",
            "code": code,
            "states": states.len(),
            "schedules": total.to_string(),
            "stopped": null,
            "threads": NAMES,
            "lines": lines.iter().map(|(at, text)| json!({"at": at, "text": text})).collect::<Vec<_>>(),
            "shared": self.shared,
            "outcomes": outcomes.iter().map(|(text, kind, count, witness)| json!({
                "text": text, "kind": kind, "schedules": count.to_string(), "witness": witness,
            })).collect::<Vec<_>>(),
            "livelock": null,
            "graph": graph,
        })
    }

    fn value(&self, value: usize) -> String {
        match (self.shared.len(), value) {
            (1, value) => value.to_string(),
            (_, 0) => "free".to_owned(),
            (_, holder) => NAMES[holder - 1].to_owned(),
        }
    }
}

fn name(step: &Step) -> &'static str {
    match step {
        Step::Load => "load",
        Step::Store => "store",
        Step::Lock(_) => "lock",
        Step::Unlock(_) => "unlock",
    }
}

/// Every path from a state to an end, one by one, with the end. All of a program are equally long
/// unless they end dead, so the first of an outcome is a shortest.
fn paths(states: &[(State, Vec<(usize, usize)>)], from: usize) -> Vec<(Vec<usize>, usize)> {
    if states[from].1.is_empty() {
        return vec![(Vec::new(), from)];
    }
    let mut found = Vec::new();
    for &(thread, to) in &states[from].1 {
        for (mut path, end) in paths(states, to) {
            path.insert(0, thread);
            found.push((path, end));
        }
    }
    found
}
