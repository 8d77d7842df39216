//! Two tasks that sleep for a second, as threads, as processes and as async tasks.
//!
//! Run it: `cargo run -p two-sleepers`

use std::process::Command;
use std::time::Duration;
use std::{env, io, thread};
use tracing::{Instrument, info_span};

const A_SECOND: Duration = Duration::from_secs(1);

fn threads() -> io::Result<()> {
    thread::scope(|scope| {
        for name in ["A", "B"] {
            scope.spawn(move || info_span!("sleep", name).in_scope(|| thread::sleep(A_SECOND)));
        }
    });
    Ok(())
}

fn processes() -> io::Result<()> {
    let start = |name| Command::new(env::current_exe()?).arg(name).spawn();
    for mut child in [start("A")?, start("B")?] {
        child.wait()?;
    }
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn async_tasks() -> io::Result<()> {
    let sleep = |name| tokio::time::sleep(A_SECOND).instrument(info_span!("sleep", name));
    tokio::join!(sleep("A"), sleep("B"));
    Ok(())
}

type Way = fn() -> io::Result<()>;

fn main() -> io::Result<()> {
    if let Some(name) = env::args().nth(1).filter(|name| ["A", "B"].contains(&name.as_str())) {
        let _run = timeline::start("one of the two processes");
        info_span!("sleep", name).in_scope(|| thread::sleep(A_SECOND));
        return Ok(());
    }

    let ways: [(&str, Way); 3] =
        [("threads", threads), ("processes", processes), ("async tasks", async_tasks)];
    let mut runs = Vec::new();
    for (title, way) in ways {
        let recorder = timeline::start(title);
        way()?;
        runs.push(recorder.finish());
    }

    println!("                 wall   in progress      P");
    for run in runs {
        let (title, wall) = (&run.title, run.makespan() as f64 / 1e9);
        let (in_progress, p) = (run.max_in_progress(), run.mean_executing());
        println!("{title:11} {wall:7.2} s {in_progress:11} {p:8.1}");
    }
    Ok(())
}
