//! What holds of every run, tried on random ones.

use proptest::prelude::*;
use timeline::draw::{Options, strip, svg, table};
use timeline::{Recording, Run, Slice, Span, Task, Unit};

/// Shares in thousandths, many of them whole.
fn shares() -> impl Strategy<Value = u16> {
    prop_oneof![Just(1000_u16), 1_u16..=1000]
}

/// Random runs that satisfy `Run::check`: on each lane gaps and spans alternate, and a task that
/// would be on two workers at once becomes another task.
pub(crate) fn runs() -> impl Strategy<Value = Run> {
    let lane = prop::collection::vec((0_u64..5, 1_u64..6, 0_usize..6, shares()), 0..12);
    let extra = prop::collection::vec((0_u64..4, 0_u64..4, any::<bool>()), 6);
    (prop::collection::vec(lane, 0..4), extra, any::<bool>()).prop_map(|(lanes, extra, real)| {
        let unit = if real { Unit::Nanoseconds } else { Unit::Virtual("min".to_owned()) };
        let mut run = Run::new("random", unit);
        let mut slices = Vec::new();
        for (worker, lane) in lanes.into_iter().enumerate() {
            run.workers.push(format!("worker {worker}"));
            let mut now = 0;
            for (gap, length, task, share) in lane {
                let (start, end) = (now + gap, now + gap + length);
                now = end;
                run.spans.push(Span { worker, task: task + 6 * worker, start, end });
                let share = f64::from(share) / 1000.0;
                slices.push(Slice { worker, start, end: start + length.div_ceil(2), share });
            }
            run.end = run.end.max(now + 4);
        }
        for task in 0..6 * run.workers.len() {
            let mine = || run.spans.iter().filter(|span| span.task == task);
            let first = mine().map(|span| span.start).min().unwrap_or(0);
            let last = mine().map(|span| span.end).max().unwrap_or(0);
            let (before, after, finishes) = extra[task % 6];
            let end = finishes.then_some(last + after);
            let start = first.saturating_sub(before);
            run.tasks.push(Task { name: format!("task {task}"), start, end, after: vec![] });
        }
        run.executing = real.then_some(slices);
        run
    })
}

fn check_steps<V: timeline::Level>(steps: &timeline::Steps<V>) -> Result<(), TestCaseError> {
    prop_assert_eq!(steps.points()[0].0, 0);
    for pair in steps.points().windows(2) {
        prop_assert!(pair[0].0 < pair[1].0 && pair[0].1 != pair[1].1);
    }
    Ok(())
}

proptest! {
    #[test]
    fn the_parts_fit(run in runs()) {
        prop_assert_eq!(run.check(), Ok(()));
    }

    #[test]
    fn the_area_under_i_is_the_sum_of_durations(run in runs()) {
        let durations = run.tasks.iter().map(|task| task.end.unwrap_or(run.end) - task.start);
        prop_assert_eq!(run.in_progress().integral(), durations.map(u128::from).sum::<u128>());
    }

    #[test]
    fn the_mean_of_r_is_executing_time_over_makespan(run in runs()) {
        let length = |slice: &Slice| (slice.end - slice.start) as f64 * slice.share;
        let executing: f64 = match &run.executing {
            None => run.spans.iter().map(|span| (span.end - span.start) as f64).sum(),
            Some(slices) => slices.iter().map(length).sum(),
        };
        prop_assert!((run.executing().integral() - executing).abs() < 1e-6);
        let product = run.mean_executing() * run.makespan() as f64;
        prop_assert!((product - executing).abs() < 1e-6);
        let utilised: f64 = (0..run.workers.len()).map(|worker| run.utilisation(worker)).sum();
        prop_assert!((utilised - run.mean_executing()).abs() < 1e-9);
    }

    #[test]
    fn r_stays_below_i_and_below_the_workers(run in runs()) {
        let (i, r) = (run.in_progress(), run.executing());
        for time in 0..=run.end {
            prop_assert!(r.at(time) <= i.at(time) as f64);
            prop_assert!(r.at(time) <= run.workers.len() as f64);
            let counted = run.tasks.iter().filter(|task| {
                task.start <= time && time < task.end.unwrap_or(run.end)
            });
            prop_assert_eq!(i.at(time), counted.count());
        }
        prop_assert!((0.0..=1.0).contains(&run.waiting_share()));
        prop_assert!(run.mean_in_progress() <= run.max_in_progress() as f64);
    }

    #[test]
    fn steps_ascend_and_change(run in runs()) {
        check_steps(&run.in_progress())?;
        check_steps(&run.executing())?;
    }

    #[test]
    fn switches_add_up(run in runs()) {
        let each = (0..run.workers.len()).map(|worker| run.switches_of(worker));
        prop_assert_eq!(run.switches(), each.sum::<usize>());
        prop_assert!(run.switches() <= run.spans.len());
    }

    #[test]
    fn a_recording_comes_back_as_it_was(run in runs()) {
        let recording = Recording { runs: vec![run.clone(), run], ..Recording::default() };
        let back = Recording::parse(&recording.to_text(), "x".as_ref()).map_err(|e| e.to_string());
        prop_assert_eq!(back, Ok(recording));
    }

    #[test]
    fn anything_can_be_drawn(run in runs(), width in 0_usize..200) {
        let drawn = svg(&[&run, &run], &Options::new("any"));
        prop_assert!(!drawn.contains("NaN") && !drawn.contains("inf"));
        prop_assert!(!strip::render(&run, width, true).is_empty());
        prop_assert!(table(&run).ends_with("</table>\n"));
    }
}
