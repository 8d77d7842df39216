//! The graph of states, for who wants to walk it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::Node;
use super::collect::{Collector, place};
use crate::engine::learned::{Does, Slot};
use crate::fault::Line;

impl Collector {
    /// Its nodes; `ends` are the outcomes of the last states, and `order` is where each is listed.
    pub(super) fn graph(&self, ends: &BTreeMap<usize, usize>, order: &[usize]) -> Vec<Node> {
        let states = self.product.states.len();
        let mut reach: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); states];
        let mut changed = true;
        for (state, end) in ends {
            reach[*state].insert(order[*end]);
        }
        while changed {
            changed = false;
            for state in (0..states).rev() {
                let mut all = reach[state].clone();
                for (_, to) in &self.product.moves[state] {
                    all.extend(&reach[*to as usize]);
                }
                changed |= all.len() > reach[state].len();
                reach[state] = all;
            }
        }
        let node = |(state, reach): (usize, BTreeSet<usize>)| {
            let world = self.product.states[state].to_vec();
            let does: HashMap<_, _> = self.learned.threads(&world).collect();
            let next_step = |slot: &Slot| match does.get(slot)? {
                Does::Step(step) => Some((step.what, step.at.map(Line::from))),
                Does::Join(_) => Some(("join", None)),
                _ => None,
            };
            let moves = self.product.moves[state].iter();
            Node {
                values: self.values(state),
                said: self.said(state),
                next_step: self.threads.iter().map(next_step).collect(),
                next: moves
                    .filter_map(|(slot, to)| Some((place(&self.threads, *slot)?, *to as usize)))
                    .collect(),
                end: ends.get(&state).map(|end| order[*end]),
                reach: reach.into_iter().collect(),
            }
        };
        reach.into_iter().enumerate().map(node).collect()
    }
}
