//! The calibration work itself: a spinner does one kind of it, step by step.

use std::hint::black_box;
use std::time::Instant;

use crate::claim::Work;

/// What a spinner of memory work walks through, in numbers of eight bytes: 32 MiB, more than a
/// core's own cache holds.
const NUMBERS: usize = 32 * 1024 * 1024 / 8;

/// Eight numbers of eight bytes are a usual cache line; one of them brings the line.
const LINE: usize = 8;

/// What a spinner does between two looks at the clock takes some ten µs: short against a time slice
/// of the kernel, long against the look.
const STEPS: usize = 8 * 1024;

/// One thread's calibration work. The values depend on each other and pass through
/// [`black_box`], so that no compiler leaves any of it out.
pub(super) struct Spinner {
    work: Work,
    integer: u64,
    float: f64,
    memory: Vec<u64>,
    place: usize,
}

impl Spinner {
    pub(super) fn new(work: Work, number: usize) -> Self {
        let length = if work == Work::Memory { NUMBERS } else { 0 };
        // Written, not only reserved: a page that was never written is not there yet.
        let memory = (0..length as u64).collect();
        Spinner {
            work,
            integer: number as u64 | 1,
            float: 1.0 / (3.0 + number as f64),
            memory,
            place: 0,
        }
    }

    /// Steps until the deadline; how many ended before it.
    pub(super) fn until(&mut self, deadline: Instant) -> u64 {
        let mut ended = 0;
        loop {
            self.step();
            if Instant::now() > deadline {
                return ended;
            }
            ended += 1;
        }
    }

    fn step(&mut self) {
        match self.work {
            Work::Integer => {
                for _ in 0..STEPS {
                    // G. Marsaglia, "Xorshift RNGs", 2003.
                    self.integer ^= self.integer << 13;
                    self.integer ^= self.integer >> 7;
                    self.integer ^= self.integer << 17;
                }
                self.integer = black_box(self.integer);
            }
            Work::Float => {
                for _ in 0..STEPS {
                    // The logistic map, which stays between 0 and 1 and never comes to rest.
                    self.float = 3.9 * self.float * (1.0 - self.float);
                }
                self.float = black_box(self.float);
            }
            Work::Memory => {
                let end = (self.place + STEPS).min(self.memory.len());
                let part = self.memory.get(self.place..end).unwrap_or_default();
                let sum: u64 =
                    part.iter().step_by(LINE).fold(0, |sum, next| sum.wrapping_add(*next));
                self.place = if end == self.memory.len() { 0 } else { end };
                black_box(sum);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spinner_walks_through_all_of_its_memory() {
        let mut spinner = Spinner::new(Work::Memory, 0);
        for step in 0..2 * NUMBERS / STEPS {
            assert_eq!(spinner.place, step * STEPS % NUMBERS);
            spinner.step();
        }
        assert_eq!((spinner.place, spinner.memory.len()), (0, NUMBERS));
    }
}
