//! Circles that a program can stay in for ever, though no thread is left out.
//!
//! A circle is fair if every thread that could move all the time does move in it (*weak fairness*).
//! A thread that waits for a flag goes round in a circle too, but while the one who will set it can
//! move and does not, the circle is not fair, and no livelock.

use std::collections::BTreeSet;

use super::count;

/// A fair circle: its states.
pub(super) fn find(next: &[Vec<(u32, u32)>], states: usize) -> Option<Vec<usize>> {
    if count::paths(next, states).is_some() {
        return None;
    }
    let part = components(next, states);
    let count = part.iter().max().map_or(0, |last| last + 1);
    let mut members = vec![Vec::new(); count];
    for (state, part) in part.iter().enumerate() {
        members[*part].push(state);
    }
    let fair = |members: &&Vec<usize>| is_fair(next, &part, members);
    members.iter().filter(fair).min_by_key(|members| members[0]).cloned()
}

fn is_fair(next: &[Vec<(u32, u32)>], part: &[usize], members: &[usize]) -> bool {
    let moves = |state: &usize| next.get(*state).map_or(&[][..], Vec::as_slice);
    let here = part[members[0]];
    let inside = |(_, to): &&(u32, u32)| part[*to as usize] == here;
    let all = members.iter().flat_map(moves);
    let moving: BTreeSet<u32> = all.filter(inside).map(|(thread, _)| *thread).collect();
    // Who can move in every state of the circle, and who moves in it.
    let mut able: Option<BTreeSet<u32>> = None;
    for state in members {
        let now: BTreeSet<u32> = moves(state).iter().map(|(thread, _)| *thread).collect();
        able = Some(able.map_or(now.clone(), |able| &able & &now));
    }
    !moving.is_empty() && able.unwrap_or_default().is_subset(&moving)
}

/// Tarjan's strongly connected components, without recursion: the component of each state.
fn components(next: &[Vec<(u32, u32)>], states: usize) -> Vec<usize> {
    const NONE: usize = usize::MAX;
    let (mut index, mut low) = (vec![NONE; states], vec![0; states]);
    let mut part = vec![NONE; states];
    let (mut stack, mut found, mut parts) = (Vec::new(), 0, 0);
    for root in 0..states {
        if index[root] != NONE {
            continue;
        }
        let mut calls = vec![(root, 0)];
        while let Some((state, edge)) = calls.pop() {
            if edge == 0 {
                (index[state], low[state]) = (found, found);
                found += 1;
                stack.push(state);
            }
            let edges = next.get(state).map_or(&[][..], Vec::as_slice);
            if let Some((_, to)) = edges.get(edge) {
                let to = *to as usize;
                calls.push((state, edge + 1));
                if index[to] == NONE {
                    calls.push((to, 0));
                } else if part[to] == NONE {
                    low[state] = low[state].min(index[to]);
                }
                continue;
            }
            if low[state] == index[state] {
                while let Some(member) = stack.pop() {
                    part[member] = parts;
                    if member == state {
                        break;
                    }
                }
                parts += 1;
            }
            if let Some((parent, _)) = calls.last() {
                low[*parent] = low[*parent].min(low[state]);
            }
        }
    }
    part
}
