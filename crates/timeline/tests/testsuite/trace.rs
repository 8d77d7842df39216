//! The export for other viewers, read by a reader that is not ours to bend: see `events.rs`.

use proptest::prelude::*;
use timeline::trace;

use crate::events::{Event, faithful, read};
use crate::{kitchens as k, laws};

#[test]
fn a_trace_says_what_the_run_says() {
    let minutes = [k::sequential(), k::alternating(), k::oven(), k::ordered(), k::many_workers()];
    let minutes: Vec<_> = minutes.iter().collect();
    assert_eq!(faithful(&trace(&minutes), &minutes, 6e7), Ok(()));
    assert_eq!(faithful(&trace(&[&k::deadlock()]), &[&k::deadlock()], 1e6), Ok(()));
    assert_eq!(faithful(&trace(&[&k::thousand()]), &[&k::thousand()], 1e3), Ok(()));
    let real = [k::machine(), k::slices(), k::unmeasured()];
    let real: Vec<_> = real.iter().collect();
    assert_eq!(faithful(&trace(&real), &real, 1e-3), Ok(()));
    assert_eq!(faithful(&trace(&[]), &[], 1.0), Ok(()));
}

#[test]
fn names_come_through_as_they_are() {
    let mut kitchen = timeline::Model::new("\"a\"\n\\ <b>", "min");
    kitchen.work("co\"ok", "on\u{1}ions", 0..4);
    let run = kitchen.run();
    assert_eq!(faithful(&trace(&[&run]), &[&run], 6e7), Ok(()));
    let events = read(&trace(&[&run])).unwrap_or_default();
    let named =
        |event: &Event| matches!(event, Event::Complete { name, .. } if name == "on\u{1}ions");
    assert!(events.iter().any(named));
}

#[test]
fn the_reader_is_strict() {
    let run = k::alternating();
    let good = trace(&[&run]);
    let check = |from: &str, to: &str| {
        assert!(good.contains(from), "{from} is not in {good}");
        let bad = good.replacen(from, to, 1);
        assert!(faithful(&bad, &[&run], 6e7).is_err(), "accepted: {from} → {to}");
    };
    check("\"ph\":\"X\"", "\"ph\":\"Y\"");
    check("\"cat\":\"span\"", "\"kind\":\"span\"");
    check("\"ts\":60000000.000,\"dur\"", "\"ts\":30000000.000,\"dur\"");
    check("\"ph\":\"e\"", "\"ph\":\"b\"");
    check("\"tasks\":1", "\"tasks\":2");
    check("\"dur\":60000000.000", "\"dur\":50000000.000");
    check("{\"name\":\"cook\"}", "{\"name\":\"chef\"}");
}

proptest! {
    #[test]
    fn any_run_has_a_faithful_trace(run in laws::runs()) {
        let tick = if run.unit == timeline::Unit::Nanoseconds { 1e-3 } else { 6e7 };
        prop_assert_eq!(faithful(&trace(&[&run, &run]), &[&run, &run], tick), Ok(()));
    }
}
