//! From the states of a walk to what a reader is told of them.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{Cycle, Kind, Move, Outcome, Schedules, count, livelock, source, text};
use crate::engine::learned::{Does, Learned, Local, MAIN, OUTPUT, Slot};
use crate::engine::product::Product;
use crate::fault::Line;

/// A graph with more states than this is not kept.
pub(crate) const MOST_NODES: usize = 400;

pub(super) struct Collector {
    pub(super) learned: Learned,
    pub(super) product: Product,
    /// The threads and the objects that are shown, by their places.
    pub(super) threads: Vec<Slot>,
    pub(super) shared: Vec<Slot>,
}

pub(crate) fn collect(name: &str, learned: Learned, product: Product) -> Schedules {
    let moved: BTreeSet<Slot> = product.moves.iter().flatten().map(|(slot, _)| *slot).collect();
    let slots = 0..learned.slots.len() as Slot;
    let (threads, shared): (Vec<_>, Vec<_>) = slots
        .filter(|slot| *slot != OUTPUT)
        .filter(|slot| *slot != MAIN || moved.contains(slot))
        .partition(|slot| learned.slots[*slot as usize].thread);
    Collector { learned, product, threads, shared }.schedules(name)
}

impl Collector {
    fn schedules(self, name: &str) -> Schedules {
        let moves = &self.product.moves;
        let states = self.product.states.len();
        let paths = if states == 0 { Some(Vec::new()) } else { count::paths(moves, states) };
        let (mut outcomes, ends) = self.outcomes(paths.as_deref());
        let order = sort(&mut outcomes);
        let name_of = |slot: &Slot| self.learned.slots[*slot as usize].name.clone();
        let stopped = self.product.stopped;
        let livelock = (stopped.is_none() && states > 0)
            .then(|| livelock::find(moves, states))
            .flatten()
            .map(|members| self.cycle(&members));
        let total = |paths: Vec<u128>| {
            ends.keys().fold(0, |sum: u128, state| sum.saturating_add(paths[*state]))
        };
        let graph = (states <= MOST_NODES && stopped.is_none()).then(|| self.graph(&ends, &order));
        Schedules {
            program: name.to_owned(),
            states,
            schedules: paths.map(total),
            stopped,
            outcomes,
            livelock,
            threads: self.threads.iter().map(name_of).collect(),
            shared: self.shared.iter().map(name_of).collect(),
            lines: source::texts(self.lines()),
            graph,
        }
    }

    /// The outcomes in the order in which they were found, and which states end in which.
    fn outcomes(&self, paths: Option<&[u128]>) -> (Vec<Outcome>, BTreeMap<usize, usize>) {
        let mut outcomes: Vec<Outcome> = Vec::new();
        let mut numbers = HashMap::new();
        let mut ends = BTreeMap::new();
        for (state, _) in self.product.moves.iter().enumerate().filter(|(_, to)| to.is_empty()) {
            let (kind, text) = self.end(state);
            let number = *numbers.entry((kind, text.clone())).or_insert(outcomes.len());
            if number == outcomes.len() {
                let (said, witness) = (self.said(state), self.witness(state));
                let schedules = paths.map(|_| 0);
                outcomes.push(Outcome { text, kind, said, schedules, witness });
            }
            let count = &mut outcomes[number].schedules;
            *count = count.zip(paths).map(|(sum, paths)| sum.saturating_add(paths[state]));
            ends.insert(state, number);
        }
        (outcomes, ends)
    }

    /// How a last state ended, in words.
    fn end(&self, state: usize) -> (Kind, String) {
        let world = self.product.states[state].to_vec();
        let name = |slot: Slot| &self.learned.slots[slot as usize].name;
        let mut waiting = Vec::new();
        let mut joining = Vec::new();
        let mut said = self.said(state);
        for (slot, does) in self.learned.threads(&world) {
            match does {
                Does::Panicked(message) => {
                    said.push(format!("{} panicked: {message}", name(slot)));
                    return (Kind::Panic, said.join(" · "));
                }
                Does::Finished(result, _) if slot == MAIN => {
                    return (Kind::Finished, text(said, result));
                }
                Does::Step(step) => {
                    let on: Vec<_> = step.objects.iter().map(|slot| name(*slot).as_str()).collect();
                    let line = step.at.map_or(0, |at| at.line());
                    let on = on.join(", ");
                    let who = name(slot);
                    waiting.push(format!("{who} waits to {} {on} at line {line}", step.what));
                }
                Does::Join(of) => {
                    let of: Vec<_> = of.iter().map(|slot| name(*slot).as_str()).collect();
                    joining.push(format!("{} waits for {}", name(slot), of.join(", ")));
                }
                _ => {}
            }
        }
        said.push(if waiting.is_empty() { joining } else { waiting }.join("; "));
        (Kind::Deadlock, said.join(" · "))
    }

    pub(super) fn said(&self, state: usize) -> Vec<String> {
        let (_, lines) = &self.learned.values[self.product.output(state) as usize];
        let lines: &dyn std::any::Any = &**lines;
        lines.downcast_ref::<Vec<String>>().cloned().unwrap_or_default()
    }

    pub(super) fn values(&self, state: usize) -> Vec<String> {
        let world = &self.product.states[state];
        let value = |slot: &Slot| world.get(*slot as usize);
        let text = |id: &u32| self.learned.values.get(*id as usize).map(|value| value.0.clone());
        self.shared.iter().map(|slot| value(slot).and_then(text).unwrap_or_default()).collect()
    }

    /// The moves of a shortest way to a state.
    fn witness(&self, state: usize) -> Vec<Move> {
        let mut from = 0;
        let mut moves = Vec::new();
        for slot in self.product.path(state) {
            let local = self.product.states[from][slot as usize];
            let to = self.product.moves[from].iter().find(|(mover, _)| *mover == slot);
            let to = to.map_or(from, |(_, to)| *to as usize);
            if let Does::Step(step) = self.learned.does(local) {
                let on = step.objects.iter().filter_map(|slot| place(&self.shared, *slot));
                moves.push(Move {
                    thread: place(&self.threads, slot).unwrap_or_default(),
                    what: step.what,
                    on: on.collect(),
                    at: step.at.map(Line::from),
                    values: self.values(to),
                });
            }
            from = to;
        }
        moves
    }

    fn cycle(&self, members: &[usize]) -> Cycle {
        let inside: BTreeSet<_> = members.iter().copied().collect();
        let moves = members.iter().flat_map(|state| &self.product.moves[*state]);
        let moving = moves.filter(|(_, to)| inside.contains(&(*to as usize)));
        let threads: BTreeSet<_> =
            moving.filter_map(|(slot, _)| place(&self.threads, *slot)).collect();
        Cycle {
            threads: threads.into_iter().collect(),
            states: members.len(),
            witness: self.witness(members[0]),
        }
    }

    /// Every line that a step of the threads that are shown stands on.
    fn lines(&self) -> impl Iterator<Item = Line> {
        let shown = |local: &&Local| self.threads.contains(&local.thread);
        let at = |local: &Local| match &local.does {
            Does::Step(step) => step.at.map(Line::from),
            _ => None,
        };
        self.learned.locals.iter().filter(shown).filter_map(at)
    }
}

pub(super) fn place(slots: &[Slot], slot: Slot) -> Option<usize> {
    slots.iter().position(|shown| *shown == slot)
}

/// Sorts the outcomes, by kind and by text, numbers by size; where each one went.
fn sort(outcomes: &mut Vec<Outcome>) -> Vec<usize> {
    let mut old: Vec<_> = std::mem::take(outcomes).into_iter().enumerate().collect();
    old.sort_by_cached_key(|(_, one)| {
        (one.kind, one.text.parse::<i128>().unwrap_or(i128::MAX), one.text.clone())
    });
    let mut order = vec![0; old.len()];
    for (new, (before, outcome)) in old.into_iter().enumerate() {
        order[before] = new;
        outcomes.push(outcome);
    }
    order
}
