//! What a recording says of each scenario.

use timeline::Run;

use crate::events::faithful;
use crate::program::{Program, Test, ensure, only, recorded, same};

pub(crate) const ALL: &[(&str, Test)] = &[
    ("nothing happens", nothing),
    ("two spinners", spinners),
    ("a sleep between ticks is a gap", sleep_between_ticks),
    ("rare ticks are no gaps", rare_ticks),
    ("one processor never shows two at once", one_processor),
    ("threads are workers", threads),
    ("rayon's workers", rayon),
    ("tokio's polls", tokio),
    ("a task may change worker", another_worker),
    ("child processes are workers", children),
    ("grandchildren too", grandchildren),
    ("a thread panics in a span", panics),
    ("the inner task is on the worker", nested),
    ("a span is entered twice", entered_twice),
    ("spans are left out of order", left_out_of_order),
    ("a span is never closed", never_closed),
    ("a thread ends within a span", dead_thread),
    ("a span is never left", never_left),
    ("a deadlock executes nothing", deadlock),
    ("runs follow one another", two_runs),
    ("spans of another run do not count", across_runs),
    ("levels and fields", levels_and_fields),
    ("a name may create spans", spans_within_names),
    ("a composed subscriber", composed),
    ("the trace says the same", trace),
];

fn names(run: &Run) -> Vec<&str> {
    run.tasks.iter().map(|task| task.name.as_str()).collect()
}

/// Which task was on which worker, in time order on each.
fn on_workers(run: &Run) -> Vec<(&str, &str)> {
    let name = |span: &timeline::Span| {
        (run.workers[span.worker].as_str(), run.tasks[span.task].name.as_str())
    };
    run.spans.iter().map(name).collect()
}

fn all_closed(run: &Run) -> Result<(), String> {
    let open = run.tasks.iter().find(|task| task.end.is_none());
    ensure(open.is_none(), || format!("still in progress: {open:?}"))
}

fn nothing() -> Result<(), String> {
    let run = only("nothing")?;
    same((run.tasks.len(), run.workers.len(), run.spans.len()), (0, 0, 0))?;
    same(run.max_executing(), 0)
}

fn spinners() -> Result<(), String> {
    for scenario in ["spinners", "ticking spinners"] {
        let run = only(scenario)?;
        let mut tasks = names(&run);
        tasks.sort_unstable();
        same(tasks, vec!["spin a", "spin b"])?;
        same(run.workers.clone(), vec!["thread 1".to_owned(), "thread 2".to_owned()])?;
        all_closed(&run)?;
        // Each spins for 40 ms of wall time: it was on its worker for as long at the least.
        let shortest = run.spans.iter().map(|span| span.end - span.start).min();
        ensure(shortest >= Some(40_000_000), || format!("{shortest:?} ns"))?;
        executes_what_the_process_does(&run)?;
    }
    Ok(())
}

/// How much of the time a task executed is the machine's business. But where a process does nothing
/// beside its tasks, what they executed is what it executed, unless it was next to nothing.
fn executes_what_the_process_does(run: &Run) -> Result<(), String> {
    let Some(cpu) = run.cpu.filter(|&cpu| cpu > run.end / 10) else { return Ok(()) };
    let share = run.executing().integral() / cpu as f64;
    ensure((0.8..1.02).contains(&share), || format!("{share} of {cpu} ns is in its tasks"))
}

fn sleep_between_ticks() -> Result<(), String> {
    let run = only("sleep between ticks")?;
    let Some(slices) = &run.executing else { return Ok(()) };
    // What it executes between waking and the tick is far below 2 % of the 20 ms, so that nothing
    // is left of it.
    let gaps = slices.windows(2).map(|pair| pair[1].start - pair[0].end);
    ensure(gaps.max() >= Some(20_000_000), || format!("{slices:?}"))?;
    executes_what_the_process_does(&run)
}

fn rare_ticks() -> Result<(), String> {
    let run = only("rare ticks")?;
    same(on_workers(&run), vec![("main", "spin")])?;
    executes_what_the_process_does(&run)
}

fn one_processor() -> Result<(), String> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    for scenario in ["one processor", "one processor, ticking", "one processor, rare ticks"] {
        let run = only(scenario)?;
        same(run.max_executing(), 1)?;
        ensure(run.cpu <= Some(run.end), || format!("{:?} of {} ns", run.cpu, run.end))?;
    }
    Ok(())
}

fn threads() -> Result<(), String> {
    let run = only("threads")?;
    let expected =
        [("main", "first"), ("cook", "onions"), ("thread 1", "plates"), ("thread 2", "plates")];
    same(on_workers(&run), expected.to_vec())?;
    same(run.workers.len(), 4)?;
    same(run.max_in_progress(), 1)?;
    all_closed(&run)
}

fn rayon() -> Result<(), String> {
    let run = only("rayon")?;
    same((run.tasks.len(), run.spans.len()), (50, 50))?;
    all_closed(&run)?;
    let workers = &run.workers;
    ensure(workers.len() <= 3, || format!("{workers:?}"))?;
    for (index, name) in workers.iter().enumerate() {
        same(name.as_str(), &*format!("worker {}", index + 1))?;
    }
    ensure(run.max_in_progress() <= 3, || "more in progress than workers".to_owned())
}

fn tokio() -> Result<(), String> {
    let run = only("tokio")?;
    same(run.tasks.len(), 20)?;
    all_closed(&run)?;
    for (index, task) in run.tasks.iter().enumerate() {
        // Five times it yields, and once it finishes; the last poll and the drop may touch.
        let polls = run.spans.iter().filter(|span| span.task == index).count();
        ensure(polls >= 6, || format!("`{}` was polled {polls} times", task.name))?;
    }
    let known = |name: &String| name.starts_with("worker ");
    ensure(run.workers.iter().all(known), || format!("{:?}", run.workers))?;
    ensure(run.workers.len() <= 2, || format!("{:?}", run.workers))
}

fn another_worker() -> Result<(), String> {
    let run = only("another worker")?;
    same(on_workers(&run), vec![("thread 1", "soup"), ("thread 2", "soup")])?;
    all_closed(&run)?;
    let last = run.spans.iter().map(|span| span.end).max();
    ensure(run.tasks[0].end >= last, || "it was closed before it was left".to_owned())
}

fn children() -> Result<(), String> {
    let run = only("parent")?;
    if !cfg!(any(target_os = "linux", target_os = "macos")) {
        return Ok(());
    }
    let expected = ["main", "process 1", "process 1, thread 1", "process 2", "process 2, thread 1"];
    let mut workers = run.workers.clone();
    workers.sort_unstable();
    same(workers, expected.map(str::to_owned).to_vec())?;
    let mut tasks = names(&run);
    tasks.sort_unstable();
    let child = ["chop", "chop", "peel first", "peel first", "peel second", "peel second"];
    same(tasks, child.into_iter().chain(["wait"]).collect())?;
    all_closed(&run)?;
    // The parent waits from before they start to after they finish: the clocks are one.
    let wait = &run.tasks[0];
    let within = |task: &timeline::Task| wait.start <= task.start && task.end <= wait.end;
    ensure(run.tasks.iter().all(within), || format!("{:?}", run.tasks))
}

fn grandchildren() -> Result<(), String> {
    let run = only("grandparent")?;
    if !cfg!(any(target_os = "linux", target_os = "macos")) {
        return Ok(());
    }
    let expected = ["main", "process 1", "process 1, process 1", "process 1, process 1, thread 1"];
    same(run.workers.clone(), expected.map(str::to_owned).to_vec())
}

fn panics() -> Result<(), String> {
    let outcome = Program::new("panics")?.run()?;
    same(outcome.code, Some(0))?;
    ensure(!outcome.errors.contains("timeline: "), || outcome.errors.clone())?;
    let [run] = &outcome.runs[..] else { return Err(format!("{} runs", outcome.runs.len())) };
    same(on_workers(run), vec![("cook", "boil"), ("main", "clean up")])?;
    all_closed(run)
}

fn nested() -> Result<(), String> {
    let run = only("nested")?;
    let lane = on_workers(&run).into_iter().map(|(_, task)| task).collect::<Vec<_>>();
    same(lane, vec!["outer", "inner 0", "outer", "inner 1", "outer"])?;
    same(run.max_in_progress(), 2)?;
    same(run.max_executing(), 1)?;
    all_closed(&run)
}

fn entered_twice() -> Result<(), String> {
    let run = only("entered twice")?;
    same(on_workers(&run), vec![("main", "again"); 2])?;
    all_closed(&run)
}

fn left_out_of_order() -> Result<(), String> {
    let run = only("left out of order")?;
    same(on_workers(&run), vec![("main", "one"), ("main", "two")])?;
    all_closed(&run)
}

fn never_closed() -> Result<(), String> {
    let run = only("never closed")?;
    same((run.tasks.len(), run.spans.len()), (1, 1))?;
    same(run.tasks[0].end, None)?;
    ensure(run.spans[0].end < run.end, || "it is still on its worker".to_owned())
}

fn dead_thread() -> Result<(), String> {
    let run = only("dead thread")?;
    same(names(&run), vec!["lost", "later"])?;
    same(run.tasks[0].end, None)?;
    let (lost, later) = (&run.spans[0], &run.spans[1]);
    ensure(lost.end <= later.end, || "a dead thread has something in hand".to_owned())?;
    ensure(lost.end < run.end, || "a dead thread has something in hand".to_owned())
}

fn never_left() -> Result<(), String> {
    let run = only("never left")?;
    same(on_workers(&run), vec![("thread 1", "compute")])?;
    same((run.tasks[0].end, run.spans[0].end), (None, run.end))?;
    // Only Linux tells one thread of another one's CPU clock.
    if cfg!(target_os = "linux") { executes_what_the_process_does(&run) } else { Ok(()) }
}

fn deadlock() -> Result<(), String> {
    let run = only("deadlock")?;
    same((run.tasks.len(), run.max_in_progress()), (2, 2))?;
    for task in &run.tasks {
        same(task.end, None)?;
    }
    ensure(run.spans.iter().all(|span| span.end == run.end), || format!("{:?}", run.spans))?;
    // They have their workers for 40 ms, and execute for what it takes to get to the barrier.
    ensure(run.waiting_share() > 0.5, || format!("waiting for {}", run.waiting_share()))
}

fn two_runs() -> Result<(), String> {
    let runs = recorded("two runs")?;
    let titles: Vec<_> = runs.iter().map(|run| run.title.as_str()).collect();
    same(titles, vec!["first", "second"])?;
    for run in &runs {
        same(on_workers(run), vec![("cook", &*format!("job {}", run.title))])?;
        all_closed(run)?;
    }
    Ok(())
}

fn across_runs() -> Result<(), String> {
    let runs = recorded("across runs")?;
    let [first, second] = &runs[..] else { return Err(format!("{} runs", runs.len())) };
    same(names(first), vec!["inherited"])?;
    same(first.tasks[0].end, None)?;
    same(on_workers(second), vec![("main", "own")])
}

fn levels_and_fields() -> Result<(), String> {
    let run = only("levels and fields")?;
    same(names(&run), vec!["fields a b 7 0.5 true Some(1)", "warning an error"])
}

fn spans_within_names() -> Result<(), String> {
    let run = only("spans within names")?;
    let mut tasks = names(&run);
    tasks.sort_unstable();
    tasks.dedup();
    same(tasks, vec!["inner", "outer curious"])
}

fn composed() -> Result<(), String> {
    same(names(&only("composed")?), vec!["detail"])
}

fn trace() -> Result<(), String> {
    for (scenario, equals) in [("two runs", true), ("spinners", false), ("parent", false)] {
        let program = Program::new(scenario)?;
        let path = program.path("trace.json");
        let shown = path.display().to_string();
        let program = if equals {
            program.arg(&format!("--trace={shown}"))
        } else {
            program.arg("--other").arg("--trace").arg(&shown)
        };
        let outcome = program.run()?;
        same((outcome.code, outcome.errors.as_str()), (Some(0), ""))?;
        let text = std::fs::read_to_string(&path).map_err(|error| error.to_string())?;
        faithful(&text, &outcome.runs.iter().collect::<Vec<_>>(), 1e-3)?;
    }
    Ok(())
}
