//! How many tasks must have executed at one instant, where only shares of the time are known.

use proptest::prelude::*;
use timeline::{Run, Slice, Span, Task, Unit};

const MS: u64 = 1_000_000;

/// A run of one task a worker, held throughout, with slices of `(start, end, share)` in ms.
fn run(workers: &[&[(u64, u64, f64)]]) -> Run {
    let mut run = Run::new("shares", Unit::Nanoseconds);
    run.end = MS * workers.iter().flat_map(|lane| lane.iter()).map(|s| s.1).max().unwrap_or(1);
    let mut slices = Vec::new();
    for (worker, lane) in workers.iter().enumerate() {
        run.workers.push(format!("thread {worker}"));
        let name = format!("task {worker}");
        run.tasks.push(Task { name, start: 0, end: Some(run.end), after: vec![] });
        run.spans.push(Span { worker, task: worker, start: 0, end: run.end });
        slices.extend(lane.iter().map(|&(start, end, share)| Slice {
            worker,
            start: start * MS,
            end: end * MS,
            share,
        }));
    }
    run.executing = Some(slices);
    run
}

#[test]
fn a_mean_proves_what_the_pigeonhole_proves() {
    let check = |workers: &[&[(u64, u64, f64)]], expected: usize| {
        let run = run(workers);
        assert_eq!(run.check(), Ok(()));
        assert_eq!(run.max_executing(), expected, "{workers:?}");
    };
    check(&[&[(0, 80, 0.97)], &[(0, 80, 0.93)]], 2);
    // Two threads that share a core, and a mean that is a little above 1 because clocks are read
    // one after the other.
    check(&[&[(0, 80, 0.487)], &[(0, 80, 0.532)]], 1);
    // The one executes while the other, whose slice reaches over it, need not.
    check(&[&[(0, 5, 0.2), (5, 6, 0.999)], &[(1, 5, 0.999)]], 1);
    check(&[&[(0, 10, 0.5)], &[(0, 5, 0.999)]], 1);
    // In the middle both are certain.
    check(&[&[(0, 6, 0.999)], &[(4, 10, 0.999)]], 2);
    check(&[&[(0, 6, 1.0)], &[(5, 10, 1.0)]], 2);
    check(&[&[(0, 5, 1.0)], &[(5, 10, 1.0)]], 1);
    // Each did little, but did something.
    check(&[&[(0, 10, 0.05)], &[(0, 10, 0.05)]], 1);
    check(&[&[], &[]], 0);
    let slices: Vec<_> = (0..64).map(|at| (at, at + 1, 0.9)).collect();
    check(&[&slices, &slices, &slices], 3);
    // Dense on the whole, though each slice leaves room for the other's.
    let one: Vec<_> = (0..64).map(|at| (10 * at, 10 * at + 10, 0.65)).collect();
    let two: Vec<_> = one.iter().map(|&(from, to, share)| (from + 5, to + 5, share)).collect();
    check(&[&one[..1], &two[..1]], 1);
    check(&[&one, &two], 2);
}

#[test]
fn slices_must_fit() {
    let check = |lane: &[(u64, u64, f64)], fault: &str| {
        assert_eq!(run(&[lane]).check(), Err(fault.to_owned()));
    };
    check(&[(0, 5, 0.0)], "slice 0..5000000 of worker `thread 0` has share 0");
    check(&[(0, 5, 1.1)], "slice 0..5000000 of worker `thread 0` has share 1.1");
    check(&[(0, 5, f64::NAN)], "slice 0..5000000 of worker `thread 0` has share NaN");
    check(&[(0, 5, 0.5), (4, 6, 0.5)], "worker `thread 0` has two slices at 4000000");
}

/// Where a thread was put aside is known to within a gap of its ticks: another one that executed for
/// less than that, just then, need not have executed at the same time.
#[test]
fn the_end_of_a_slice_is_not_exact() {
    let short = |from: u64, to: u64| {
        let mut run = run(&[&[(0, 40, 0.999)], &[]]);
        let (start, end) = (40 * MS - from, 40 * MS - to);
        run.executing.iter_mut().for_each(|slices| {
            slices.push(Slice { worker: 1, start, end, share: 0.999 });
        });
        assert_eq!(run.check(), Ok(()));
        run.max_executing()
    };
    assert_eq!((short(200_000, 0), short(200_000, 100_000)), (1, 1));
    assert_eq!(short(20 * MS, 0), 2);
}

#[test]
fn a_task_on_two_workers_is_one_task() {
    let mut both = run(&[&[(0, 10, 0.999)], &[(0, 10, 0.999)]]);
    both.spans[1].task = 0;
    assert_eq!(both.check(), Ok(()));
    assert_eq!((both.max_executing(), both.executing().max()), (1, 0.999));
    // The one that waits in it does not hide the one that executes.
    let mut waits = run(&[&[(0, 10, 0.1)], &[(0, 10, 0.999)]]);
    waits.spans[1].task = 0;
    assert_eq!((waits.max_executing(), waits.executing().max()), (1, 0.999));
}

/// Turns on one processor: which thread, and for how many of the 100 µs that a unit has.
fn turns() -> impl Strategy<Value = Vec<(usize, u64)>> {
    prop::collection::vec((0_usize..4, 1_u64..60), 1..60)
}

proptest! {
    /// One processor executes one thread at a time. Wherever each thread's CPU clock is read, what
    /// the readings prove must not be two.
    #[test]
    fn one_processor_never_proves_two(turns in turns(), cuts in prop::collection::vec(1_u64..40, 4)) {
        let unit = 100_000;
        let end = unit * turns.iter().map(|turn| turn.1).sum::<u64>();
        let mut run = Run::new("one processor", Unit::Nanoseconds);
        run.end = end;
        let mut slices = Vec::new();
        for (worker, &cut) in cuts.iter().enumerate() {
            run.workers.push(format!("thread {worker}"));
            run.tasks.push(Task { name: String::new(), start: 0, end: None, after: vec![] });
            run.spans.push(Span { worker, task: worker, start: 0, end });
            let cpu = |until: u64| -> u64 {
                let mut now = 0;
                let mut sum = 0;
                for &(who, length) in &turns {
                    let next = now + length * unit;
                    sum += if who == worker { next.min(until).saturating_sub(now) } else { 0 };
                    now = next;
                }
                sum
            };
            let mut start = 0;
            while start < end {
                let next = (start + cut * unit).min(end);
                let share = (cpu(next) - cpu(start)) as f64 / (next - start) as f64;
                let share = ((share * 1000.0).round() / 1000.0).min(0.999);
                if share > 0.02 {
                    slices.push(Slice { worker, start, end: next, share });
                }
                start = next;
            }
        }
        run.executing = Some(slices);
        prop_assert_eq!(run.check(), Ok(()));
        prop_assert!(run.max_executing() <= 1);
    }
}
