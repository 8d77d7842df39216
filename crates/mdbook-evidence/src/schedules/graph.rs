//! What follows from the graph of a program's states, computed from its edges alone.

use super::Node;

/// How often each state is met by the schedules from the start; `None` where a cycle leads to it,
/// since there is no end of them.
pub(super) fn ways(graph: &[Node]) -> Vec<Option<u128>> {
    let mut open = vec![0_usize; graph.len()];
    for to in graph.iter().flat_map(|node| node.next.values()) {
        open[*to] += 1;
    }
    // Kahn's order: a state comes when all that lead to it have come, so never behind a cycle.
    let mut ready: Vec<usize> = (0..graph.len()).filter(|&node| open[node] == 0).collect();
    let mut sums = vec![0_u128; graph.len()];
    let mut ways = vec![None; graph.len()];
    sums[0] = 1;
    while let Some(node) = ready.pop() {
        ways[node] = Some(sums[node]);
        for &to in graph[node].next.values() {
            sums[to] = sums[to].saturating_add(sums[node]);
            open[to] -= 1;
            if open[to] == 0 {
                ready.push(to);
            }
        }
    }
    ways
}

/// The fewest steps from the start to each state; `None` where no step leads there.
pub(super) fn depths(graph: &[Node]) -> Vec<Option<usize>> {
    let mut depths = vec![None; graph.len()];
    let (mut front, mut depth) = (vec![0], 0);
    while !front.is_empty() {
        let mut after = Vec::new();
        for node in front {
            if depths[node].is_none() {
                depths[node] = Some(depth);
                after.extend(graph[node].next.values());
            }
        }
        (front, depth) = (after, depth + 1);
    }
    depths
}

/// The outcomes that can come out from each state, in order.
pub(super) fn reach(graph: &[Node], outcomes: usize) -> Vec<Vec<usize>> {
    let mut before = vec![Vec::new(); graph.len()];
    for (from, node) in graph.iter().enumerate() {
        for &to in node.next.values() {
            before[to].push(from);
        }
    }
    let mut reach = vec![Vec::new(); graph.len()];
    for outcome in 0..outcomes {
        let mut todo: Vec<usize> =
            (0..graph.len()).filter(|&node| graph[node].end == Some(outcome)).collect();
        while let Some(node) = todo.pop() {
            if reach[node].last() != Some(&outcome) {
                reach[node].push(outcome);
                todo.extend(&before[node]);
            }
        }
    }
    reach
}
