//! The graph as the page's script reads it: lists instead of names, and nothing that follows from
//! the rest.

use serde_json::{Value, json};

use super::Schedules;

impl Schedules {
    /// JSON that may stand in a page; nothing where there is no graph.
    pub(super) fn data(&self) -> Option<String> {
        let threads = 0..self.threads.len();
        let nodes: Vec<Value> = self
            .graph
            .as_ref()?
            .iter()
            .map(|node| {
                let next: Vec<_> = threads.clone().map(|thread| node.next.get(&thread)).collect();
                json!([node.v, node.out, next, node.at, node.does, node.end])
            })
            .collect();
        let outcomes: Vec<_> = self
            .outcomes
            .iter()
            .map(|outcome| {
                (&outcome.text, outcome.kind.word(), &outcome.schedules, &outcome.witness)
            })
            .collect();
        let data = json!({
            "threads": self.threads,
            "shared": self.shared,
            "lines": self.lines.iter().map(|line| line.at).collect::<Vec<_>>(),
            "schedules": self.schedules,
            "outcomes": outcomes,
            "nodes": nodes,
        });
        // Only within a text can there be `<`, which could end the script, or `{{`, a directive.
        Some(data.to_string().replace('<', "\\u003c").replace("{{", "\\u007b{"))
    }
}
