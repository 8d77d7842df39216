//! The two ways in which a processor can hear of its devices.

use std::collections::VecDeque;
use timeline::Model;

// ANCHOR: events
/// When a device has something, and how long its driver works on it, in microseconds.
pub const EVENTS: [(&str, u64, u64); 5] = [
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
// ANCHOR_END: events

// ANCHOR: cpu
/// The processor: its record, and its clock. Nothing moves the clock but what the processor does.
pub struct Cpu {
    /// Who had it, when.
    pub record: Model,
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
// ANCHOR_END: cpu

// ANCHOR: ways
/// Computes for so long, then asks all devices, and so on.
pub fn polling(every: u64) -> Cpu {
    let mut cpu = Cpu::new(&format!("every {every} µs"));
    let mut events = VecDeque::from(EVENTS);
    let mut left = COMPUTATION;
    while left > 0 {
        let part = every.min(left);
        cpu.work("computation", part);
        left -= part;
        cpu.now += ASKING;
        while let Some(&(task, at, time)) = events.front().filter(|(_, at, _)| *at <= cpu.now) {
            events.pop_front();
            cpu.record.started(task, at);
            cpu.work(task, time);
        }
    }
    cpu
}

/// Computes until a device interrupts; its driver then goes first.
pub fn interrupts() -> Cpu {
    let mut cpu = Cpu::new("interrupts");
    let mut left = COMPUTATION;
    for (task, at, time) in EVENTS {
        let part = left.min(at.saturating_sub(cpu.now));
        cpu.work("computation", part);
        left -= part;
        cpu.record.started(task, at);
        cpu.now += GOING_OVER;
        cpu.work(task, time);
    }
    cpu.work("computation", left);
    cpu
}
// ANCHOR_END: ways
