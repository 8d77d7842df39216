//! How long tasks take that keep their threads: by the rules, and on Tokio.
//!
//! Run it: `cargo run -p freeze`

use freeze::{model, on_tokio};

fn main() {
    println!("tasks   threads   by the rules    on Tokio");
    for (tasks, threads) in [(4, 1), (4, 2), (5, 2), (4, 4)] {
        let rules = model(tasks, threads, 100).makespan();
        let tokio = on_tokio(tasks, threads, 100).as_millis() as u64;
        let verdict = if tokio >= rules { "no sooner" } else { "sooner" };
        println!("{tasks:5} {threads:9} {rules:11} ms   {verdict:>9}");
    }
}
