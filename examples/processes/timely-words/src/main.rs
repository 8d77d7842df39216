//! How often each word occurs, counted by as many workers as you like, in as many processes.
//!
//! Run it: `cargo run -p timely-words`, with `-- -w 4` on four workers, or in two terminals with
//! `-- -n 2 -p 0` and `-- -n 2 -p 1` in two processes. With `-- -` it counts its standard input.

use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};
use std::sync::{Mutex, mpsc};
use std::{env, error, io, panic, process};
use timely::dataflow::operators::vec::{Map, aggregation::Aggregate};
use timely::dataflow::operators::{Capture, Exchange, ToStream, capture::Extract};

const TEXT: &str =
    "one knife two cooks\ntwo knives one cook\none cook one knife\nno cook no onions";

fn main() -> Result<(), Box<dyn error::Error>> {
    stop_together();
    let (send, counts) = mpsc::channel();
    let send = Mutex::new(send);
    let from_input = env::args().any(|argument| argument == "-");

    // ANCHOR: dataflow
    let workers = timely::execute_from_args(env::args(), move |worker| {
        let (index, peers) = (worker.index(), worker.peers());
        let lines: Box<dyn Iterator<Item = String>> = match from_input {
            false => Box::new(TEXT.lines().skip(index).step_by(peers).map(str::to_owned)),
            true => Box::new(io::stdin().lines().map_while(Result::ok)),
        };
        let send = send.lock().unwrap().clone(); // Nobody panics while holding it.
        worker.dataflow::<u64, _, _>(|scope| {
            lines
                .to_stream(scope)
                .flat_map(|line| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
                .map(|word| (word, 1))
                .aggregate(
                    |_word, one, count: &mut u64| *count += one,
                    |word, count| (word, count),
                    |word| BuildHasherDefault::<DefaultHasher>::default().hash_one(word),
                )
                .exchange(|_| 0)
                .capture_into(send);
        });
    })?;
    // ANCHOR_END: dataflow
    for worker in workers.join() {
        worker?;
    }

    // All counts have gone to the first worker, so the other processes have nothing to print.
    for (_, words) in counts.extract() {
        words.iter().for_each(|(word, count)| println!("{count} {word}"));
    }
    Ok(())
}

// ANCHOR: together
/// If a thread of this process fails, or loses another process, the others cannot finish either.
fn stop_together() {
    let tell = panic::take_hook();
    panic::set_hook(Box::new(move |what| {
        tell(what);
        eprintln!("a worker is lost, here or in another process: nothing was counted");
        process::exit(1);
    }));
}
// ANCHOR_END: together
