//! How many schedules there are: paths through the graph of states.

use std::collections::VecDeque;

/// The number of paths from the first state to each; none where some path can go in circles.
///
/// `u128::MAX` stands for "that many, or more".
pub(super) fn paths(next: &[Vec<(u32, u32)>], states: usize) -> Option<Vec<u128>> {
    let mut entries = vec![0_usize; states];
    for (_, to) in next.iter().flatten() {
        entries[*to as usize] += 1;
    }
    let mut paths = vec![0_u128; states];
    paths[0] = 1;
    let mut ready: VecDeque<usize> = (0..states).filter(|state| entries[*state] == 0).collect();
    let mut done = 0;
    while let Some(state) = ready.pop_front() {
        done += 1;
        for (_, to) in next.get(state).into_iter().flatten() {
            let to = *to as usize;
            paths[to] = paths[to].saturating_add(paths[state]);
            entries[to] -= 1;
            if entries[to] == 0 {
                ready.push_back(to);
            }
        }
    }
    (done == states).then_some(paths)
}
