//! What a model computes, and what it refuses.

use std::panic::{AssertUnwindSafe, catch_unwind};

use timeline::Model;

use crate::kitchens as k;

#[test]
fn one_cook_has_no_parallelism_however_concurrent() {
    let (one, turns, two) = (k::sequential(), k::alternating(), k::parallel());
    let maxima = |run: &timeline::Run| (run.max_in_progress(), run.max_executing());
    assert_eq!((maxima(&one), maxima(&turns), maxima(&two)), ((1, 1), (2, 1), (2, 2)));
    assert_eq!((one.makespan(), turns.makespan(), two.makespan()), (8, 8, 4));
    assert_eq!((one.switches(), turns.switches(), two.switches()), (1, 7, 0));
    assert_eq!((one.response(1), turns.response(1), two.response(1)), (Some(4), Some(1), Some(0)));
    assert_eq!((turns.mean_in_progress(), turns.mean_executing()), (1.875, 1.0));
    assert_eq!(turns.waiting_share(), 7.0 / 15.0);
    assert_eq!(k::oven().utilisation(0), 15.0 / 25.0);
    assert_eq!(k::oven().utilisation(7), 0.0);
}

#[test]
fn a_real_run_has_its_own_clock() {
    let run = k::machine();
    assert_eq!((run.max_in_progress(), run.max_executing()), (2, 1));
    assert_eq!((run.mean_in_progress(), run.mean_executing()), (2.0, 70.0 / 80.0));
}

#[test]
fn unfinished_tasks_last_to_the_end() {
    let run = k::deadlock();
    assert_eq!((run.makespan(), run.max_in_progress(), run.in_progress().at(11)), (12, 2, 2));
}

fn check(build: impl FnOnce(&mut Model), expected: &str) {
    let mut model = Model::new("refused", "min");
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        build(&mut model);
        model.run()
    }));
    let Err(panic) = outcome else { panic!("accepted, though {expected}") };
    assert_eq!(panic.downcast_ref::<String>().map(String::as_str), Some(expected));
}

#[test]
#[expect(clippy::reversed_empty_ranges, reason = "a backwards range is what must be refused")]
fn contradictions_are_refused() {
    check(
        |m| _ = m.work("cook", "onions", 4..4),
        "`cook` works on `onions` in 4..4: no time passes there",
    );
    check(
        |m| _ = m.work("cook", "onions", 4..3),
        "`cook` works on `onions` in 4..3: no time passes there",
    );
    check(
        |m| _ = m.work("cook", "onions", 0..4).work("cook", "cucumbers", 3..5),
        "`cook` cannot work on `cucumbers` in 3..5: it has `onions` in 0..4",
    );
    check(
        |m| _ = m.work("Ada", "onions", 0..4).work("Grace", "onions", 3..5),
        "`Grace` cannot work on `onions` in 3..5: `Ada` has it in 0..4; work that two share is \
         two tasks",
    );
    check(
        |m| _ = m.work("cook", "onions", 2..4).started("onions", 3),
        "`onions` is worked on before 3",
    );
    check(
        |m| _ = m.work("cook", "onions", 2..4).finished("onions", 3),
        "`onions` is worked on after 3",
    );
    check(
        |m| _ = m.work("cook", "toss", 2..4).after("toss", "onions"),
        "nobody works on `onions`, and it was not said when it started",
    );
    check(
        |m| _ = m.work("cook", "toss", 2..4).work("Ada", "onions", 0..3).after("toss", "onions"),
        "`toss` executes at 2, before `onions` finished",
    );
}
