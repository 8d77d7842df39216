//! The runs that the tests draw, measure and write.

use timeline::{Model, Run, Slice, Span, Task, Unit};

/// One cook, one task after the other.
pub(crate) fn sequential() -> Run {
    let mut kitchen = Model::new("one after the other", "min");
    kitchen.work("cook", "onions", 0..4).work("cook", "cucumbers", 4..8);
    kitchen.run()
}

/// One cook, taking turns.
pub(crate) fn alternating() -> Run {
    let mut kitchen = Model::new("taking turns", "min");
    for turn in 0..4 {
        kitchen.work("cook", "onions", 2 * turn..2 * turn + 1);
        kitchen.work("cook", "cucumbers", 2 * turn + 1..2 * turn + 2);
    }
    kitchen.started("cucumbers", 0);
    kitchen.run()
}

/// Two cooks, a task each.
pub(crate) fn parallel() -> Run {
    let mut kitchen = Model::new("two cooks", "min");
    kitchen.work("Ada", "onions", 0..4).work("Grace", "cucumbers", 0..4);
    kitchen.run()
}

/// One cook; the bread needs nobody while it bakes.
pub(crate) fn oven() -> Run {
    let mut kitchen = Model::new("one cook and an oven", "min");
    kitchen.work("cook", "bread", 0..3).work("cook", "onions", 3..9);
    kitchen.work("cook", "cucumbers", 9..13).work("cook", "bread", 23..25);
    kitchen.run()
}

/// What must be done before what.
pub(crate) fn ordered() -> Run {
    let mut kitchen = Model::new("a salad", "min");
    kitchen.work("Ada", "onions", 0..4).work("Grace", "cucumbers", 0..3);
    kitchen.work("Ada", "dressing", 4..6).work("Grace", "toss", 6..8);
    kitchen.after("dressing", "onions").after("toss", "dressing").after("toss", "cucumbers");
    kitchen.run()
}

/// Two cooks who each wait for the other's knife.
pub(crate) fn deadlock() -> Run {
    let mut kitchen = Model::new("two knives", "s");
    kitchen.work("Ada", "soup", 0..3).work("Grace", "stew", 1..4);
    kitchen.unfinished("soup").unfinished("stew").until(12);
    kitchen.run()
}

/// A thousand orders on one worker: each a tick of work, 500 ticks of waiting, a tick of work.
pub(crate) fn thousand() -> Run {
    let mut run = Run::new("a thousand orders", Unit::Virtual("ms".to_owned()));
    run.workers.push("worker".to_owned());
    run.end = 2000;
    for index in 0..1000_u64 {
        let (start, end) = (index, 1000 + index);
        let (name, task) = (format!("order {index}"), index as usize);
        run.tasks.push(Task { name, start, end: Some(end + 1), after: vec![] });
        for start in [start, end] {
            run.spans.push(Span { worker: 0, task, start, end: start + 1 });
        }
    }
    run
}

/// What a machine recorded: two threads share a core in slices of 4 ms, and one sleeps at the end.
pub(crate) fn machine() -> Run {
    let ms = 1_000_000;
    let mut run = Run::new("two threads, one core", Unit::Nanoseconds);
    run.end = 80 * ms;
    run.cpu = Some(70 * ms);
    for (index, name) in ["a", "b"].into_iter().enumerate() {
        run.workers.push(format!("thread {name}"));
        let task =
            Task { name: format!("count {name}"), start: 0, end: Some(80 * ms), after: vec![] };
        run.tasks.push(task);
        run.spans.push(Span { worker: index, task: index, start: 0, end: 80 * ms });
    }
    let slices = (0..18).map(|turn: usize| {
        let start = turn as u64 * 4 * ms;
        Slice { worker: turn % 2, start, end: start + 4 * ms - 100_000, share: 1.0 }
    });
    run.executing = Some(slices.collect());
    run
}

/// The same on a system without CPU clocks.
pub(crate) fn unmeasured() -> Run {
    Run { title: "elsewhere".to_owned(), executing: None, cpu: None, ..machine() }
}

/// The same by CPU clocks alone: each thread executed for about half of the time.
pub(crate) fn shares() -> Run {
    let mut run = Run { title: "two threads, one core, no ticks".to_owned(), ..machine() };
    let slice = |worker, start, end, share| Slice { worker, start, end, share };
    let (half, end) = (run.end / 2, run.end);
    run.executing =
        Some(vec![slice(0, 0, half, 0.62), slice(0, half, end, 0.3), slice(1, 0, end, 0.481)]);
    run
}

/// Two tasks in slices far narrower than a pixel.
pub(crate) fn slices() -> Run {
    let mut run = Run::new("slices", Unit::Nanoseconds);
    run.workers.push("core".to_owned());
    run.end = 1_000_000_000;
    run.executing = Some(vec![Slice { worker: 0, start: 0, end: run.end, share: 1.0 }]);
    for name in ["count a", "count b"] {
        run.tasks.push(Task { name: name.to_owned(), start: 0, end: Some(run.end), after: vec![] });
    }
    for index in 0..5000_u64 {
        let start = index * 200_000;
        let length = if index % 2 == 0 { 140_000 } else { 100_000 };
        let task = (index % 2) as usize;
        run.spans.push(Span { worker: 0, task, start, end: start + length });
    }
    run
}

/// More workers than a picture has lanes.
pub(crate) fn many_workers() -> Run {
    let mut kitchen = Model::new("a big kitchen", "min");
    for worker in 0..100_u64 {
        let start = worker % 7;
        kitchen.work(&format!("cook {worker}"), &format!("dish {worker}"), start..start + 5);
        kitchen.started(&format!("dish {worker}"), 0);
    }
    kitchen.run()
}
