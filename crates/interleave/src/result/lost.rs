//! Where a schedule is lost: the step after which nothing can come out well any more.

use super::{Move, Schedules};

impl Schedules {
    /// The step of a schedule, counted from zero, after which none of these outcomes (by their
    /// places in [`Schedules::outcomes`]) can be reached any more. None where one still can in the
    /// end, where none could from the start, and where there are too many states to look.
    #[must_use]
    pub fn lost_at(&self, schedule: &[Move], good: &[usize]) -> Option<usize> {
        let graph = self.graph.as_ref()?;
        let can = |state: usize| graph[state].reach.iter().any(|outcome| good.contains(outcome));
        let mut state = 0;
        schedule.iter().position(|step| {
            let could = can(state);
            state = graph[state].next.get(&step.thread).copied().unwrap_or(state);
            could && !can(state)
        })
    }
}
