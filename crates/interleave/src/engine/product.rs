//! The walk through all states of the program, breadth first, over what its threads were seen to do.

use std::collections::HashMap;
use std::rc::Rc;
use std::time::Instant;

use super::learned::{ABSENT, Learned, MAIN, OUTPUT, Slot};
use super::world::World;
use crate::result::Stopped;

/// What it has found so far. States are numbered in the order in which they were found.
pub(crate) struct Product {
    numbers: HashMap<Rc<[u32]>, u32>,
    pub(crate) states: Vec<Rc<[u32]>>,
    /// For each state, who may move, and where to.
    pub(crate) moves: Vec<Vec<(Slot, u32)>>,
    /// For each state but the first, the state it was found from, and who moved.
    pub(crate) found_from: Vec<(u32, Slot)>,
    pub(crate) stopped: Option<Stopped>,
    most: usize,
    until: Instant,
    /// The next state whose moves are to be found.
    next: usize,
}

/// How far a walk has come.
pub(crate) enum Walk {
    /// Every state has been seen, or there were too many.
    Done,
    /// Somebody has to run the program along this path and see what follows.
    Ask(Vec<Slot>),
}

impl Product {
    pub(crate) fn new(most: usize, until: Instant) -> Product {
        Product {
            numbers: HashMap::new(),
            states: Vec::new(),
            moves: Vec::new(),
            found_from: Vec::new(),
            stopped: None,
            most,
            until,
            next: 0,
        }
    }

    /// Walks on from where it stands. `start` is the state before anything has run.
    pub(crate) fn walk(&mut self, learned: &mut Learned, start: &World) -> Walk {
        if self.states.is_empty() {
            let mut first = start.clone();
            if learned.settle(&mut first).is_err() {
                return Walk::Ask(Vec::new());
            }
            self.number(first, (0, MAIN));
        }
        while self.next < self.states.len() {
            if self.states.len() > self.most {
                self.stopped = Some(Stopped::States);
                return Walk::Done;
            }
            if self.next.is_multiple_of(256) && Instant::now() >= self.until {
                self.stopped = Some(Stopped::Time);
                return Walk::Done;
            }
            let from = self.next;
            let world: World = self.states[from].to_vec();
            let enabled =
                if learned.is_over(&world) { Vec::new() } else { learned.enabled(&world) };
            let mut moves = Vec::with_capacity(enabled.len());
            for slot in enabled {
                let mut after = world.clone();
                if learned.advance(&mut after, slot).is_err() {
                    let mut path = self.path(from);
                    path.push(slot);
                    return Walk::Ask(path);
                }
                moves.push((slot, self.number(after, (from as u32, slot))));
            }
            self.moves.push(moves);
            self.next += 1;
        }
        Walk::Done
    }

    /// The moves of a shortest way to a state.
    pub(crate) fn path(&self, mut state: usize) -> Vec<Slot> {
        let mut path = Vec::new();
        while state != 0 {
            let (from, slot) = self.found_from[state];
            path.push(slot);
            state = from as usize;
        }
        path.reverse();
        path
    }

    /// The number of a state that was seen.
    pub(crate) fn known(&self, world: &World) -> Option<u32> {
        self.numbers.get(trimmed(world)).copied()
    }

    fn number(&mut self, world: World, from: (u32, Slot)) -> u32 {
        if let Some(number) = self.known(&world) {
            return number;
        }
        let state: Rc<[u32]> = trimmed(&world).into();
        let number = self.states.len() as u32;
        self.numbers.insert(state.clone(), number);
        self.states.push(state);
        self.found_from.push(from);
        number
    }

    /// The lines said so far, as the output's value.
    pub(crate) fn output(&self, state: usize) -> u32 {
        self.states[state][OUTPUT as usize]
    }
}

/// The same state in one form, however many slots are known.
fn trimmed(world: &World) -> &[u32] {
    let there = world.iter().rposition(|id| *id != ABSENT);
    &world[..there.map_or(0, |last| last + 1)]
}
