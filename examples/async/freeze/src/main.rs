//! How long tasks take that keep their threads: by the rules, and on Tokio.
//!
//! Run it: `cargo run -p freeze`, or with another last row: `cargo run -p freeze -- --tasks 8 --threads 3`

use freeze::{model, on_tokio};
use std::env;

/// What stands after `option` on the command line.
fn number(option: &str) -> Option<usize> {
    let word = env::args().skip_while(|word| word != option).nth(1)?;
    Some(word.parse().expect("a number"))
}

fn main() {
    let last = (number("--tasks").unwrap_or(4), number("--threads").unwrap_or(4));
    println!("tasks   threads   by the rules    on Tokio");
    for (tasks, threads) in [(4, 1), (4, 2), (5, 2), last] {
        let rules = model(tasks, threads, 100).makespan();
        let tokio = on_tokio(tasks, threads, 100).as_millis() as u64;
        let verdict = if tokio >= rules { "no sooner" } else { "sooner" };
        println!("{tasks:5} {threads:9} {rules:11} ms   {verdict:>9}");
    }
}
