//! Step functions: how many at each instant. I(t) and R(t) are the two this crate lives on.

/// A count that changes at instants, from time 0 to the run's end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Steps {
    /// From which time on which count holds; times ascend, counts change at each, the first time
    /// is 0.
    points: Vec<(u64, usize)>,
    /// Where the last count stops.
    end: u64,
}

impl Steps {
    /// How many of the intervals cover each instant. What lies beyond `end` is cut off, and an
    /// interval without length covers nothing.
    pub(crate) fn of(intervals: impl IntoIterator<Item = (u64, u64)>, end: u64) -> Steps {
        // Departures sort before arrivals of the same instant, so that a worker handing over from
        // one task to the next is never counted as both.
        let mut changes: Vec<(u64, bool)> = Vec::new();
        for (from, to) in intervals {
            let to = to.min(end);
            if from < to {
                changes.push((from, true));
                changes.push((to, false));
            }
        }
        changes.sort_unstable();
        let mut points = vec![(0, 0)];
        let mut count = 0_usize;
        let mut changes = changes.into_iter().peekable();
        while let Some((time, arrives)) = changes.next() {
            count = if arrives { count + 1 } else { count.saturating_sub(1) };
            if changes.peek().is_some_and(|next| next.0 == time) {
                continue;
            }
            match points.last_mut() {
                Some(last) if last.0 == time => last.1 = count,
                Some(last) if last.1 == count => {}
                _ => points.push((time, count)),
            }
        }
        if points.len() > 1 && points.last().is_some_and(|last| last.0 >= end) {
            points.pop();
        }
        Steps { points, end }
    }

    /// From which time on which count holds.
    pub fn points(&self) -> &[(u64, usize)] {
        &self.points
    }

    /// The stretches `(from, to, count)` of constant count, in order; none is empty.
    pub fn stretches(&self) -> impl Iterator<Item = (u64, u64, usize)> + '_ {
        let ends = self.points.iter().skip(1).map(|point| point.0).chain([self.end]);
        let all = self.points.iter().zip(ends).map(|(&(from, count), to)| (from, to, count));
        all.filter(|(from, to, _)| from < to)
    }

    /// The count at an instant; 0 from the end on.
    pub fn at(&self, time: u64) -> usize {
        if time >= self.end {
            return 0;
        }
        let next = self.points.partition_point(|point| point.0 <= time);
        self.points.get(next.wrapping_sub(1)).map_or(0, |point| point.1)
    }

    /// The largest count that was held for any time at all.
    pub fn max(&self) -> usize {
        self.points.iter().map(|point| point.1).max().unwrap_or(0)
    }

    /// The area under the curve, in ticks.
    pub fn integral(&self) -> u128 {
        self.stretches().map(|(from, to, count)| u128::from(to - from) * count as u128).sum()
    }

    /// The mean from 0 to the end; 0 where there is no time.
    pub fn mean(&self) -> f64 {
        if self.end == 0 { 0.0 } else { self.integral() as f64 / self.end as f64 }
    }
}
