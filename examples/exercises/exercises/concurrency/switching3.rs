// The more urgent device
//
// It belongs to the section "Drivers" of the chapter "Who switches?".
//
// In the chapter a driver cannot be interrupted, so the mouse once waited for the disk. Now the events
// have an order: the first of the list is the most urgent. At each microsecond the processor executes
// the most urgent driver of those that have something to do, and the computation only where no driver
// has. A driver that was interrupted goes on later, where it was. To go over costs nothing here.
//
// `started(driver, at)` is in place: a driver is in progress from the moment its device has something.

use exercises::switching::Event;
use timeline::Model;

/// Of each event the name of its driver, when its device has something, and how long the driver works.
fn serve(events: &[Event], computation: u64) -> Model {
    let mut cpu = Model::new("interrupts", "µs");
    for &(driver, at, _) in events {
        cpu.started(driver, at);
    }
    // TODO: First come, first served, and the computation when all are served.
    let mut by_time = events.to_vec();
    by_time.sort_by_key(|&(_, at, _)| at);
    by_time.push(("computation", 0, computation));
    let mut now = 0;
    for (task, at, time) in by_time {
        now = now.max(at);
        cpu.work("CPU", task, now..now + time);
        now += time;
    }
    cpu
}

fn main() {
    let run = serve(&[("mouse", 155, 10), ("key", 35, 10), ("disk", 150, 30)], 400).finish();
    println!("done after {} µs", run.makespan());
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::switching;

    #[test]
    fn the_most_urgent_driver_has_the_processor() {
        switching::the_most_urgent_goes_first(serve);
    }
}
