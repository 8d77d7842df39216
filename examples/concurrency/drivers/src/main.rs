//! A mouse, a keyboard and a disk want the processor while it computes: asked in turn, or heard at
//! once.
//!
//! Run it: `cargo run -p drivers`

use drivers::{EVENTS, interrupts, polling};

fn main() {
    println!("                in progress   executing     mean    worst   computed");
    for cpu in [polling(200), polling(20), interrupts()] {
        let run = cpu.record.finish();
        let time = |name| -> u64 {
            let task = run.tasks.iter().find(|task| task.name == name);
            task.map_or(0, |task| task.end.unwrap_or(run.end) - task.start)
        };
        let responses = EVENTS.map(|(name, ..)| time(name));
        let done = time("computation");
        let mean = responses.iter().sum::<u64>() / EVENTS.len() as u64;
        let worst = responses.iter().max().unwrap_or(&0);
        let (in_progress, executing) = (run.max_in_progress(), run.max_executing());
        println!(
            "{:14} {in_progress:12} {executing:11} {mean:5} µs {worst:5} µs {done:7} µs",
            run.title
        );
    }
}
