//! Holds a `schedules.json` to itself: every witness is walked to its outcome, and every count and
//! every `reach` is computed again from the graph.

use super::{Kind, Node, Schedules, graph};

impl Schedules {
    /// Whether all that follows from the graph is what the file says.
    ///
    /// # Errors
    ///
    /// The first thing that is not so.
    pub fn check(&self) -> Result<(), String> {
        if self.threads.is_empty() || self.outcomes.is_empty() {
            return Err("it has no threads or no outcomes".to_owned());
        }
        for outcome in &self.outcomes {
            if outcome.witness.iter().any(|&thread| thread >= self.threads.len()) {
                return Err(format!("the witness of `{}` names no thread", outcome.text));
            }
        }
        // A search that stopped has seen a part of the states; nothing follows from a part.
        match (&self.graph, &self.stopped) {
            (_, Some(_)) => Ok(()),
            (None, None) => self.sum(),
            (Some(nodes), None) => self.shape(nodes).and_then(|()| self.follows(nodes)),
        }
    }

    /// Without a graph at least the counts must add up.
    fn sum(&self) -> Result<(), String> {
        let counts = self.outcomes.iter().map(|outcome| number(outcome.schedules.as_deref()));
        match (counts.sum::<Option<u128>>(), number(self.schedules.as_deref())) {
            (Some(sum), Some(all)) if sum != all => {
                Err(format!("its outcomes have {sum} schedules together, and it says {all}"))
            }
            _ => Ok(()),
        }
    }

    /// Every number that stands for something stands for something that is there.
    fn shape(&self, nodes: &[Node]) -> Result<(), String> {
        if nodes.len() != self.states {
            return Err(format!(
                "its graph has {} states, and it says {}",
                nodes.len(),
                self.states
            ));
        }
        for (at, node) in nodes.iter().enumerate() {
            let threads = self.threads.len();
            let fits = node.v.len() == self.shared.len()
                && node.at.len() == threads
                && node.does.len() == threads
                && node.at.iter().flatten().all(|&line| line < self.lines.len())
                && node.end.is_none_or(|end| end < self.outcomes.len())
                && node.next.iter().all(|(&thread, &to)| {
                    thread < threads && node.does[thread].is_some() && to < nodes.len()
                });
            if !fits {
                return Err(format!("state {at} names what is not there"));
            }
            if node.end.is_some() != node.next.is_empty() {
                return Err(format!("state {at} is an end and goes on, or is neither"));
            }
        }
        for (at, node) in nodes.iter().enumerate() {
            for (&mover, &to) in &node.next {
                if !nodes[to].out.starts_with(&node.out) {
                    return Err(format!("what is printed at state {at} is gone after a step"));
                }
                if !self.stays(nodes, at, mover, to) {
                    return Err(format!(
                        "from state {at} to {to} a thread moves that does not move"
                    ));
                }
            }
        }
        Ok(())
    }

    /// Whether the threads that do not move in a step are where they were.
    fn stays(&self, nodes: &[Node], from: usize, mover: usize, to: usize) -> bool {
        let (before, after) = (&nodes[from], &nodes[to]);
        // The end of the program, by a panic or not, is the end of all.
        if after.end.is_some() {
            return true;
        }
        // One that is missing may still be to be spawned, unless all were there from the start.
        let all = nodes[0].does.iter().all(Option::is_some);
        (0..self.threads.len())
            .filter(|&thread| thread != mover && (all || before.does[thread].is_some()))
            .all(|thread| {
                (before.at[thread], &before.does[thread]) == (after.at[thread], &after.does[thread])
            })
    }

    fn follows(&self, nodes: &[Node]) -> Result<(), String> {
        let (ways, depths) = (graph::ways(nodes), graph::depths(nodes));
        // Where one schedule can go in circles nothing is counted.
        let endless = ways.contains(&None);
        if let Some(at) = depths.iter().position(Option::is_none) {
            return Err(format!("no schedule leads to state {at}"));
        }
        for (at, reach) in graph::reach(nodes, self.outcomes.len()).iter().enumerate() {
            if *reach != nodes[at].reach {
                let says = &nodes[at].reach;
                return Err(format!(
                    "from state {at} the outcomes {reach:?} can come, not {says:?}"
                ));
            }
        }
        for (index, outcome) in self.outcomes.iter().enumerate() {
            let text = &outcome.text;
            let ends = || (0..nodes.len()).filter(|&node| nodes[node].end == Some(index));
            // A program may end before its threads do, so `finished` says nothing of them.
            let idle = |node: usize| nodes[node].does.iter().all(Option::is_none);
            if outcome.kind == Kind::Deadlock && ends().any(idle) {
                return Err(format!("`{text}` is no deadlock: every thread is finished"));
            }
            let count = ends().map(|node| ways[node]).sum::<Option<u128>>().filter(|_| !endless);
            same(&format!("`{text}`"), count, outcome.schedules.as_deref())?;

            let end = outcome
                .witness
                .iter()
                .try_fold(0, |at, thread| nodes[at].next.get(thread).copied());
            if end.is_none_or(|end| nodes[end].end != Some(index)) {
                return Err(format!("the witness of `{text}` does not lead to it"));
            }
            let shortest = ends().filter_map(|node| depths[node]).min();
            if shortest != Some(outcome.witness.len()) {
                return Err(format!("the witness of `{text}` is not the shortest"));
            }
        }
        let all = ways.iter().zip(nodes).filter(|(_, node)| node.end.is_some());
        let count = all.map(|(ways, _)| *ways).sum::<Option<u128>>().filter(|_| !endless);
        same("the program", count, self.schedules.as_deref())
    }
}

/// A count in decimal. A search that cannot count so far says so in words, which are no number.
fn number(text: Option<&str>) -> Option<u128> {
    text.and_then(|text| text.parse().ok())
}

fn same(what: &str, count: Option<u128>, says: Option<&str>) -> Result<(), String> {
    // So many that they could not be counted on: the search says it in words.
    if count == Some(u128::MAX) {
        return Ok(());
    }
    let count = count.map(|count| count.to_string());
    if count.as_deref() == says {
        return Ok(());
    }
    let word = |text: Option<&str>| text.unwrap_or("endlessly many").to_owned();
    Err(format!("{what} has {} schedules, and it says {}", word(count.as_deref()), word(says)))
}
