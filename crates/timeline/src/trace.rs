//! A run for the viewers that others have made: the Trace Event Format, which
//! <https://ui.perfetto.dev> and chrome://tracing open.
//!
//! The format: <https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU>.
//! Its times are microseconds.

use serde_json::{Value, json};

use crate::run::{Run, Unit};
use crate::steps::{Level, Steps};

/// The runs in the Trace Event Format, as JSON.
///
/// Each run is a process, all of them from time 0 on; each worker is a thread, and its spans are
/// complete events (`X`). Each task is a pair of asynchronous events (`b` and `e`) from where it
/// starts to where it finishes, or to the end of the run if it never does. I(t) is the counter
/// `in progress`, and R(t), where [known](Run::knows_executing), the counter `executing`.
///
/// In virtual time a minute is written as a minute, and so are s, ms, µs and h; a tick of any other
/// unit is written as a millisecond.
///
/// ```
/// let mut kitchen = timeline::Model::new("tea", "min");
/// kitchen.work("kettle", "boil", 0..3);
/// let trace = timeline::trace(&[&kitchen.run()]);
/// assert!(trace.contains(r#""name":"boil","ph":"X","pid":1,"tid":1,"ts":0.000,"dur":180000000.000"#));
/// ```
pub fn trace(runs: &[&Run]) -> String {
    let mut events = Events(Vec::new());
    for (index, run) in runs.iter().enumerate() {
        events.run(run, index + 1);
    }
    format!("{{\"displayTimeUnit\":\"ms\",\"traceEvents\":[\n{}\n]}}\n", events.0.join(",\n"))
}

/// The events so far, an object each.
struct Events(Vec<String>);

impl Events {
    fn run(&mut self, run: &Run, process: usize) {
        let scale = Scale::of(&run.unit);
        self.named("process_name", process, 0, json!({ "name": run.title }));
        for (worker, name) in run.workers.iter().enumerate() {
            let thread = worker + 1;
            self.named("thread_name", process, thread, json!({ "name": name }));
            self.named("thread_sort_index", process, thread, json!({ "sort_index": thread }));
        }
        for span in run.lanes().into_iter().flatten() {
            let name = quoted(run.task_name(span.task));
            let (thread, at) = (span.worker + 1, scale.time(span.start));
            let duration = scale.time(span.end.saturating_sub(span.start));
            self.0.push(format!(
                "{{\"name\":{name},\"ph\":\"X\",\"pid\":{process},\"tid\":{thread},\"ts\":{at},\
                 \"dur\":{duration},\"cat\":\"span\"}}"
            ));
        }
        for (index, task) in run.tasks.iter().enumerate() {
            let (from, to) = run.in_progress_from_to(task);
            let name = quoted(&task.name);
            for (phase, time) in [("b", from), ("e", to)] {
                let at = scale.time(time);
                self.0.push(format!(
                    "{{\"name\":{name},\"ph\":\"{phase}\",\"pid\":{process},\"tid\":0,\"ts\":{at},\
                     \"cat\":\"task\",\"id\":\"{process}.{index}\"}}"
                ));
            }
        }
        self.counter("in progress", &run.in_progress(), run.end, process, scale);
        if run.knows_executing() {
            self.counter("executing", &run.executing(), run.end, process, scale);
        }
    }

    /// What the viewer is to call a process or a thread.
    fn named(&mut self, what: &str, process: usize, thread: usize, args: Value) {
        self.0.push(format!(
            "{{\"name\":\"{what}\",\"ph\":\"M\",\"pid\":{process},\"tid\":{thread},\"args\":{args}}}"
        ));
    }

    /// A step function: an event where it changes, and one at the end of the run.
    fn counter<V: Level>(
        &mut self,
        name: &str,
        steps: &Steps<V>,
        end: u64,
        process: usize,
        scale: Scale,
    ) {
        let changes = steps.stretches().map(|(from, _, value)| (from, value.as_f64()));
        for (time, value) in changes.chain([(end, 0.0)]) {
            let at = scale.time(time);
            self.0.push(format!(
                "{{\"name\":\"{name}\",\"ph\":\"C\",\"pid\":{process},\"tid\":0,\"ts\":{at},\
                 \"args\":{{\"tasks\":{value}}}}}"
            ));
        }
    }
}

/// How many nanoseconds a tick is written as.
#[derive(Clone, Copy)]
struct Scale(u128);

impl Scale {
    fn of(unit: &Unit) -> Scale {
        Scale(match unit {
            Unit::Nanoseconds => 1,
            Unit::Virtual(name) => match name.as_str() {
                "µs" => 1_000,
                "s" => 1_000_000_000,
                "min" => 60_000_000_000,
                "h" => 3_600_000_000_000,
                _ => 1_000_000,
            },
        })
    }

    /// A time in microseconds, exact.
    fn time(self, ticks: u64) -> String {
        let nanoseconds = u128::from(ticks) * self.0;
        format!("{}.{:03}", nanoseconds / 1_000, nanoseconds % 1_000)
    }
}

/// A name as JSON.
fn quoted(name: &str) -> String {
    Value::from(name).to_string()
}
