//! Step functions: how many at each instant. I(t) and R(t) are the two this crate lives on.

/// What a step function takes: `usize` for I(t), a count; `f64` for R(t), of which a measured
/// share is a fraction. Nothing else implements it.
pub trait Level: Copy + PartialEq + PartialOrd + Default + sealed::FromMilles {
    /// The value as a floating-point number.
    fn as_f64(self) -> f64;
}

mod sealed {
    /// Values are summed up in thousandths, in integers, so that what arrives and leaves again
    /// leaves nothing behind: R is exactly 0 where nothing executes, and never above I.
    pub trait FromMilles {
        /// From a sum of thousandths.
        fn from_milles(milles: u64) -> Self;
    }
}

impl sealed::FromMilles for usize {
    fn from_milles(milles: u64) -> usize {
        (milles / 1000) as usize
    }
}

impl sealed::FromMilles for f64 {
    fn from_milles(milles: u64) -> f64 {
        milles as f64 / 1000.0
    }
}

impl Level for usize {
    fn as_f64(self) -> f64 {
        self as f64
    }
}

impl Level for f64 {
    fn as_f64(self) -> f64 {
        self
    }
}

/// A value that changes at instants, from time 0 to the run's end.
#[derive(Debug, Clone, PartialEq)]
pub struct Steps<V = usize> {
    /// From which time on which value holds; times ascend, values change at each, the first time
    /// is 0.
    points: Vec<(u64, V)>,
    /// Where the last value stops.
    end: u64,
}

/// A share of 0 to 1 in thousandths, the precision in which shares are written down.
fn milles(share: f64) -> u64 {
    (share.clamp(0.0, 1.0) * 1000.0).round() as u64
}

impl<V: Level> Steps<V> {
    /// How many of the intervals cover each instant, each counted as its share. What lies beyond
    /// `end` is cut off, and an interval without length covers nothing.
    pub(crate) fn of(intervals: impl IntoIterator<Item = (u64, u64, f64)>, end: u64) -> Steps<V> {
        // Departures sort before arrivals of the same instant, so that a worker handing over from
        // one task to the next is never counted as both.
        let mut changes: Vec<(u64, bool, u64)> = Vec::new();
        for (from, to, share) in intervals {
            let to = to.min(end);
            if from < to {
                changes.push((from, true, milles(share)));
                changes.push((to, false, milles(share)));
            }
        }
        changes.sort_unstable();
        let mut points = vec![(0, V::default())];
        let mut sum = 0_u64;
        let mut changes = changes.into_iter().peekable();
        while let Some((time, arrives, share)) = changes.next() {
            sum = if arrives { sum + share } else { sum.saturating_sub(share) };
            if changes.peek().is_some_and(|next| next.0 == time) {
                continue;
            }
            let value = V::from_milles(sum);
            match points.last_mut() {
                Some(last) if last.0 == time => last.1 = value,
                Some(last) if last.1 == value => {}
                _ => points.push((time, value)),
            }
        }
        if points.len() > 1 && points.last().is_some_and(|last| last.0 >= end) {
            points.pop();
        }
        Steps { points, end }
    }

    /// From which time on which value holds.
    pub fn points(&self) -> &[(u64, V)] {
        &self.points
    }

    /// The stretches `(from, to, value)` of constant value, in order; none is empty.
    pub fn stretches(&self) -> impl Iterator<Item = (u64, u64, V)> + '_ {
        let ends = self.points.iter().skip(1).map(|point| point.0).chain([self.end]);
        let all = self.points.iter().zip(ends).map(|(&(from, value), to)| (from, to, value));
        all.filter(|(from, to, _)| from < to)
    }

    /// The value at an instant; 0 from the end on.
    pub fn at(&self, time: u64) -> V {
        if time >= self.end {
            return V::default();
        }
        let next = self.points.partition_point(|point| point.0 <= time);
        self.points.get(next.wrapping_sub(1)).map_or(V::default(), |point| point.1)
    }

    /// The largest value that was held for any time at all.
    pub fn max(&self) -> V {
        let larger = |most: V, point: &(u64, V)| if point.1 > most { point.1 } else { most };
        self.points.iter().fold(V::default(), larger)
    }

    /// The mean from 0 to the end; 0 where there is no time.
    pub fn mean(&self) -> f64 {
        let area: f64 = self.stretches().map(|(from, to, v)| (to - from) as f64 * v.as_f64()).sum();
        if self.end == 0 { 0.0 } else { area / self.end as f64 }
    }
}

impl Steps<usize> {
    /// The area under the curve, in ticks.
    pub fn integral(&self) -> u128 {
        self.stretches().map(|(from, to, count)| u128::from(to - from) * count as u128).sum()
    }
}

impl Steps<f64> {
    /// The area under the curve, in ticks.
    pub fn integral(&self) -> f64 {
        self.stretches().map(|(from, to, value)| (to - from) as f64 * value).sum()
    }
}
