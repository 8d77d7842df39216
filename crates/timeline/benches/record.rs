//! What a recording costs: a new span, entering and leaving one, a tick; beside no subscriber at
//! all and the two crates that record spans to files.
//!
//! A program has one subscriber, so each is measured in a process of its own, one after the other:
//! without the variable below this program starts itself once for each.

use std::env;
use std::hint::black_box;
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use criterion::Criterion;
use tracing::info_span;
use tracing_chrome::ChromeLayerBuilder;
use tracing_flame::FlameLayer;
use tracing_subscriber::prelude::*;

const WHICH: &str = "TIMELINE_BENCH_SUBSCRIBER";
const SUBSCRIBERS: [&str; 4] = ["none", "timeline", "tracing-chrome", "tracing-flame"];

/// A run has room for so many spans: a longer measurement is made of several.
const LOT: u64 = 200_000;

fn main() -> ExitCode {
    match env::var(WHICH) {
        Ok(which) => {
            measure(&which);
            ExitCode::SUCCESS
        }
        Err(_) => each_alone(),
    }
}

fn each_alone() -> ExitCode {
    let program = env::current_exe().expect("a benchmark has a path");
    for which in SUBSCRIBERS {
        let mut command = Command::new(&program);
        let status = command.args(env::args_os().skip(1)).env(WHICH, which).status();
        if !status.expect("the benchmark starts").success() {
            return ExitCode::FAILURE;
        }
    }
    ratios(&program);
    ExitCode::SUCCESS
}

/// Prints how many times as long as here the same takes in the two other crates.
fn ratios(program: &Path) {
    // `target/release/deps/record-…`, unless criterion was told where to write.
    let target = program.ancestors().nth(3).map(|target| target.join("criterion"));
    let Some(home) = env::var_os("CRITERION_HOME").map(PathBuf::from).or(target) else { return };
    let median = |what: &str, which: &str| {
        claims::criterion::estimate(&home, &format!("{what}/{which}")).map(|time| time.median_ns)
    };
    for what in ["new span", "enter and exit", "whole span"] {
        for other in &SUBSCRIBERS[2..] {
            match (median(what, other), median(what, "timeline")) {
                (Ok(theirs), Ok(ours)) => println!("{what}: {other} {:.1}×", theirs / ours),
                (Err(error), _) | (_, Err(error)) => println!("{what}: {other}: {error}"),
            }
        }
    }
}

fn measure(which: &str) {
    let _chrome = match which {
        "tracing-chrome" => {
            let builder = ChromeLayerBuilder::new().writer(io::sink()).include_args(true);
            let (layer, guard) = builder.build();
            tracing_subscriber::registry().with(layer).init();
            Some(guard)
        }
        "tracing-flame" => {
            let layer = FlameLayer::new(BufWriter::new(io::sink()));
            tracing_subscriber::registry().with(layer).init();
            None
        }
        _ => None,
    };
    let recorded = which == "timeline";
    let mut criterion = Criterion::default().configure_from_args();
    criterion.bench_function(&format!("new span/{which}"), |bencher| {
        bencher.iter_custom(|count| {
            in_lots(count, recorded, || {
                black_box(info_span!("spin", name = black_box("a"), number = black_box(7)));
            })
        });
    });
    criterion.bench_function(&format!("enter and exit/{which}"), |bencher| {
        bencher.iter_custom(|count| {
            let mut span = tracing::Span::none();
            let mut first = true;
            in_lots(count, recorded, || {
                // The span must be of the run under way, so the first turn of a lot creates it.
                if std::mem::take(&mut first) {
                    span = info_span!("spin", name = "a");
                }
                span.in_scope(|| black_box(()));
            })
        });
    });
    criterion.bench_function(&format!("whole span/{which}"), |bencher| {
        bencher.iter_custom(|count| {
            in_lots(count, recorded, || {
                info_span!("spin", name = "a").in_scope(|| black_box(()));
            })
        });
    });
    if matches!(which, "none" | "timeline") {
        criterion.bench_function(&format!("tick/{which}"), |bencher| {
            bencher.iter_custom(|count| in_lots(count, recorded, timeline::tick));
        });
        criterion.bench_function(&format!("clock/{which}"), |bencher| bencher.iter(Instant::now));
    }
    criterion.final_summary();
}

/// Repeats something, each lot in a run of its own where it is recorded.
fn in_lots(count: u64, recorded: bool, mut work: impl FnMut()) -> Duration {
    let mut elapsed = Duration::ZERO;
    let mut left = count;
    while left > 0 {
        let lot = left.min(LOT);
        let run = recorded.then(|| timeline::start("bench"));
        let start = Instant::now();
        for _ in 0..lot {
            work();
        }
        elapsed += start.elapsed();
        drop(run.map(timeline::RunGuard::discard));
        left -= lot;
    }
    elapsed
}
