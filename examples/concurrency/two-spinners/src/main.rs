//! Two tasks that compute, as threads, as processes and as async tasks; and once on a single core.
//!
//! Run it: `cargo run -p two-spinners`

use std::hint::black_box;
use std::process::Command;
use std::{env, io, thread};
use tracing::{Instrument, info_span};

const ROUNDS: u64 = 3_000;

/// A little work, and a note of the time.
fn work(round: u64) {
    for number in 0..10_000 {
        black_box(number * round);
    }
    timeline::tick();
}

fn spin(name: &str) {
    info_span!("spin", name).in_scope(|| (0..ROUNDS).for_each(work));
}

fn threads(one_core: bool) -> io::Result<()> {
    let core = core_affinity::get_core_ids().and_then(|cores| cores.first().copied());
    thread::scope(|scope| {
        for name in ["A", "B"] {
            scope.spawn(move || {
                if one_core && !core.is_some_and(core_affinity::set_for_current) {
                    eprintln!("this system does not let a thread choose its core");
                }
                spin(name);
            });
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
    let spin = async || {
        for round in 0..ROUNDS {
            work(round);
            if round % 200 == 199 {
                tokio::task::yield_now().await;
            }
        }
    };
    let (a, b) = (info_span!("spin", name = "A"), info_span!("spin", name = "B"));
    tokio::join!(spin().instrument(a), spin().instrument(b));
    Ok(())
}

type Way = fn() -> io::Result<()>;

fn main() -> io::Result<()> {
    if let Some(name) = env::args().nth(1).filter(|name| ["A", "B"].contains(&name.as_str())) {
        let _run = timeline::start("one of the two processes");
        spin(&name);
        return Ok(());
    }

    let ways: [(&str, Way); 4] = [
        ("threads", || threads(false)),
        ("processes", processes),
        ("async, one thread", async_tasks),
        ("threads, one core", || threads(true)),
    ];
    let mut runs = Vec::new();
    for (title, way) in ways {
        let recorder = timeline::start(title);
        way()?;
        runs.push(recorder.finish());
    }

    println!("                         wall   in progress   executing      P");
    for run in runs {
        let (title, wall) = (&run.title, run.makespan() as f64 / 1e9);
        let (in_progress, executing) = (run.max_in_progress(), run.max_executing());
        let p = run.mean_executing();
        println!("{title:17} {wall:9.2} s {in_progress:13} {executing:11} {p:6.2}");
    }
    Ok(())
}
