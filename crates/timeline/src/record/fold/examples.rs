//! Logs written by hand, and the runs that they mean.

use super::{Recorded, run};
use crate::record::event::{Event, Kind};
use crate::record::log::Log;
use crate::run::Run;

const MS: u64 = 1_000_000;
/// The run is from here to 100 ms later.
const START: u64 = 7_000 * MS;

/// A run of one thread, which does this at these ms; `names` are those of the spans it opens.
fn of(names: &str, events: &[(u64, Kind)]) -> Run {
    let event = |&(at, kind): &(u64, Kind)| Event { at: START + at * MS, kind };
    let events = events.iter().map(event).collect();
    let log = Log { thread: None, events, names: names.to_owned(), dropped: 0 };
    let (title, end) = ("by hand".to_owned(), START + 100 * MS);
    let run = run(Recorded { title, start: START, end, cpu: Some(0), logs: vec![log] });
    assert_eq!(run.check(), Ok(()));
    run
}

fn sampled(cpu: u64) -> Kind {
    Kind::Sampled { cpu: cpu * MS }
}

const OPENED: Kind = Kind::Opened { span: 1, name: 1 };
const ENTERED: Kind = Kind::Entered { span: 1 };
const EXITED: Kind = Kind::Exited { span: 1 };
const CLOSED: Kind = Kind::Closed { span: 1 };

/// The slices, in ms.
fn slices(run: &Run) -> Vec<(u64, u64, f64)> {
    let slices = run.executing.iter().flatten();
    slices.map(|slice| (slice.start / MS, slice.end / MS, slice.share)).collect()
}

/// The tasks on the worker, in ms.
fn spans(run: &Run) -> Vec<(&str, u64, u64)> {
    let spans = run.spans.iter();
    spans.map(|span| (run.task_name(span.task), span.start / MS, span.end / MS)).collect()
}

#[test]
fn a_cpu_clock_says_for_what_share() {
    let run =
        of("a", &[(5, OPENED), (10, ENTERED), (10, sampled(1)), (90, EXITED), (90, sampled(41))]);
    assert_eq!(slices(&run), [(10, 90, 0.5)]);
    assert_eq!((run.tasks[0].start, run.tasks[0].end), (5 * MS, None));
}

#[test]
fn a_gap_is_a_stretch_of_its_own() {
    let events = [(0, sampled(0)), (30, sampled(30)), (40, sampled(30)), (60, sampled(49))];
    let run = of("a", &[&[(0, OPENED), (0, ENTERED)], &events[..], &[(60, EXITED)]].concat());
    assert_eq!(slices(&run), [(0, 30, 0.999), (40, 60, 0.95)]);
}

#[test]
fn between_spans_a_thread_is_parked() {
    let run = of(
        "a",
        &[
            (0, OPENED),
            (10, ENTERED),
            (10, sampled(0)),
            (12, EXITED),
            (50, ENTERED),
            (51, EXITED),
            (60, ENTERED),
            (60, sampled(3)),
            (61, EXITED),
            (61, sampled(3)),
        ],
    );
    // 3 ms of CPU time, and 3 ms in spans; in the last ms none.
    assert_eq!(slices(&run), [(10, 51, 0.999)]);
    assert_eq!(run.executing().integral().round(), 0.999 * 3e6);
}

#[test]
fn the_end_of_a_lane_goes_on_as_before() {
    let open = [(0, OPENED), (0, ENTERED), (0, sampled(0)), (10, sampled(5))];
    assert_eq!(slices(&of("a", &open)), [(0, 12, 0.5)]);
    // A reading after the end counts for its part.
    let late = [(0, OPENED), (0, ENTERED), (0, sampled(0)), (200, sampled(100))];
    assert_eq!(slices(&of("a", &late)), [(0, 100, 0.5)]);
}

#[test]
fn a_number_may_come_again() {
    let (open, enter) = (Kind::Opened { span: 2, name: 1 }, Kind::Entered { span: 2 });
    let (exit, close) = (Kind::Exited { span: 2 }, Kind::Closed { span: 2 });
    let run = of(
        "abc",
        &[
            (0, OPENED),
            (1, ENTERED),
            (2, open),
            (3, enter),
            (4, exit),
            (5, close),
            (6, open),
            (7, enter),
            (8, exit),
            (9, EXITED),
            (10, CLOSED),
        ],
    );
    let expected = [("a", 1, 3), ("b", 3, 4), ("a", 4, 7), ("c", 7, 8), ("a", 8, 9)];
    assert_eq!(spans(&run), expected);
    let ends: Vec<_> = run.tasks.iter().map(|task| task.end.map(|end| end / MS)).collect();
    assert_eq!(ends, [Some(10), Some(5), None]);
}
