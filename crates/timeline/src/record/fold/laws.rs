//! What holds of a run, whatever the threads have noted.

use proptest::prelude::*;

use super::{Recorded, run};
use crate::record::event::{Event, Kind};
use crate::record::log::Log;
use crate::run::Run;

const START: u64 = 1_000;
const END: u64 = 3_000;

fn kind() -> impl Strategy<Value = Kind> {
    let span = || 1_u64..6;
    prop_oneof![
        2 => (span(), 0_u32..4).prop_map(|(span, name)| Kind::Opened { span, name }),
        4 => span().prop_map(|span| Kind::Entered { span }),
        4 => span().prop_map(|span| Kind::Exited { span }),
        1 => span().prop_map(|span| Kind::Closed { span }),
        3 => (0_u64..2_000).prop_map(|cpu| Kind::Sampled { cpu }),
        1 => Just(Kind::Ended),
    ]
}

fn thread() -> impl Strategy<Value = Option<String>> {
    let names = vec!["main", "cook", "cook 1", "thread 1", "worker 1", "tokio-rt-worker", ""];
    prop::option::of(prop::sample::select(names)).prop_map(|name| name.map(str::to_owned))
}

/// A log that no thread could have written: times go back, beyond the run and before it, spans are
/// left that were never entered, and the CPU clock runs as it likes.
fn wild() -> impl Strategy<Value = Log> {
    let event = (0_u64..4_000, kind()).prop_map(|(at, kind)| Event { at, kind });
    (thread(), prop::collection::vec(event, 0..60), "[a-zé]{0,9}")
        .prop_map(|(thread, events, names)| Log { thread, events, names, dropped: 0 })
}

/// A log as a thread writes it: time passes, and the CPU clock counts a part of it.
fn orderly() -> impl Strategy<Value = Log> {
    let step = (0_u64..80, 0_u64..=100, kind());
    (thread(), prop::collection::vec(step, 0..60)).prop_map(|(thread, steps)| {
        let (mut at, mut clock) = (START, 0);
        let mut events = vec![Event { at, kind: Kind::Sampled { cpu: clock } }];
        for (passed, percent, kind) in steps {
            at += passed;
            clock += passed * percent / 100;
            let kind = match kind {
                Kind::Sampled { .. } => Kind::Sampled { cpu: clock },
                kind => kind,
            };
            events.push(Event { at, kind });
        }
        events.push(Event { at, kind: Kind::Sampled { cpu: clock } });
        events.push(Event { at, kind: Kind::Ended });
        Log { thread, events, names: "abcdefgh".repeat(30), dropped: 0 }
    })
}

fn folded(logs: Vec<Log>) -> Run {
    run(Recorded { title: "any".to_owned(), start: START, end: END, cpu: Some(0), logs })
}

fn lawful(run: &Run) -> Result<(), TestCaseError> {
    prop_assert_eq!(run.check(), Ok(()));
    let (i, r) = (run.in_progress(), run.executing());
    let durations = run.tasks.iter().map(|task| task.end.unwrap_or(run.end) - task.start);
    prop_assert_eq!(i.integral(), durations.map(u128::from).sum::<u128>());
    for time in 0..=run.end {
        prop_assert!(r.at(time) <= i.at(time) as f64, "R {} I {}", r.at(time), i.at(time));
    }
    prop_assert!(run.max_executing() <= run.max_in_progress());
    let mut names = run.workers.clone();
    names.sort_unstable();
    names.dedup();
    prop_assert_eq!(names.len(), run.workers.len(), "two workers have one name");
    let text = crate::Recording { runs: vec![run.clone()], ..Default::default() }.to_text();
    let back = crate::Recording::parse(&text, "any".as_ref()).map_err(|error| error.to_string());
    prop_assert_eq!(back.map(|recording| recording.runs), Ok(vec![run.clone()]));
    Ok(())
}

proptest! {
    #[test]
    fn any_logs_make_a_run(logs in prop::collection::vec(wild(), 0..4)) {
        lawful(&folded(logs))?;
    }

    #[test]
    fn orderly_logs_make_a_run(logs in prop::collection::vec(orderly(), 0..4)) {
        lawful(&folded(logs))?;
    }

    /// Whatever spans say, nobody executes for longer than the CPU clocks counted, but
    /// for the thousandths that shares are rounded to.
    #[test]
    fn no_time_is_invented(logs in prop::collection::vec(orderly(), 0..4)) {
        let clocks = logs.iter().flat_map(|log| log.events.iter().rev().nth(1));
        let counted: u64 = clocks
            .map(|event| if let Kind::Sampled { cpu } = event.kind { cpu } else { 0 })
            .sum();
        let run = folded(logs);
        let within = run.end as f64 * run.workers.len() as f64 * 0.001;
        // A log may go on beyond the end of the run: then only its part within counts.
        prop_assert!(run.executing().integral() <= counted as f64 + within);
    }
}
