//! A mouse, a keyboard and a disk want the processor while it computes: asked in turn, or heard at
//! once.
//!
//! Run it: `cargo run -p drivers`

use std::collections::VecDeque;
use timeline::Model;

/// When a device has something, and how long its driver works on it, in microseconds.
const EVENTS: [(&str, u64, u64); 5] = [
    ("mouse 1", 30, 10),
    ("key", 35, 10),
    ("disk", 150, 30),
    ("mouse 2", 155, 10),
    ("mouse 3", 280, 10),
];
/// How long the computation takes, asking all devices, and going over to a driver and back.
const COMPUTATION: u64 = 400;
const ASKING: u64 = 5;
const GOING_OVER: u64 = 2;

/// The processor: its record, and its clock, which only work moves.
struct Cpu {
    record: Model,
    now: u64,
}

impl Cpu {
    fn new(title: &str) -> Cpu {
        Cpu { record: Model::new(title, "µs"), now: 0 }
    }

    fn work(&mut self, task: &str, time: u64) {
        if time > 0 {
            self.record.work("CPU", task, self.now..self.now + time);
            self.now += time;
        }
    }
}

// ANCHOR: ways
/// Computes for so long, then asks every device, and so on.
fn polling(every: u64) -> Cpu {
    let mut cpu = Cpu::new(&format!("asking every {every} µs"));
    let mut events = VecDeque::from(EVENTS);
    let mut left = COMPUTATION;
    while left > 0 {
        let part = every.min(left);
        cpu.work("computation", part);
        left -= part;
        cpu.work("asking", ASKING);
        while let Some(&(task, at, time)) = events.front().filter(|(_, at, _)| *at <= cpu.now) {
            events.pop_front();
            cpu.record.started(task, at);
            cpu.work(task, time);
        }
    }
    cpu
}

/// Computes until a device interrupts; its driver then goes first.
fn interrupts() -> Cpu {
    let mut cpu = Cpu::new("interrupts");
    let mut left = COMPUTATION;
    for (task, at, time) in EVENTS {
        let part = left.min(at.saturating_sub(cpu.now));
        cpu.work("computation", part);
        left -= part;
        cpu.record.started(task, at);
        cpu.work(task, GOING_OVER + time);
    }
    cpu.work("computation", left);
    cpu
}
// ANCHOR_END: ways

fn main() {
    println!("                     response: mean     worst   computation done");
    for cpu in [polling(200), polling(20), interrupts()] {
        let run = cpu.record.finish();
        let (mut responses, mut done) = (Vec::new(), 0);
        for task in &run.tasks {
            let end = task.end.unwrap_or(run.end);
            match EVENTS.iter().find(|(name, ..)| *name == task.name) {
                Some((_, at, _)) => responses.push(end - at),
                None if task.name == "computation" => done = end,
                None => {}
            }
        }
        let mean = responses.iter().sum::<u64>() / responses.len() as u64;
        let worst = responses.iter().max().unwrap_or(&0);
        println!("{:20} {mean:12} µs {worst:6} µs {done:15} µs", run.title);
    }
}
