// The more urgent device
//
// A clock that moves by one microsecond at a time makes it easy: at each, ask who is due, and do a
// microsecond of that. What was interrupted needs no care, since what is left of it is a number.
// A simulator for more than a few events would jump to the next moment at which anything changes.
//
// The price is paid by the least urgent. The mouse never waits; the disk waits for the mouse, and the
// computation for all. If urgent events come fast enough, it never executes at all.

use exercises::switching::Event;
use timeline::Model;

/// Of each event the name of its driver, when its device has something, and how long the driver works.
fn serve(events: &[Event], computation: u64) -> Model {
    let mut cpu = Model::new("interrupts", "µs");
    for &(driver, at, _) in events {
        cpu.started(driver, at);
    }
    let mut left: Vec<u64> = events.iter().map(|&(_, _, time)| time).collect();
    let mut computation = computation;
    for now in 0.. {
        let due = (0..events.len()).find(|&event| events[event].1 <= now && left[event] > 0);
        if let Some(event) = due {
            cpu.work("CPU", events[event].0, now..now + 1);
            left[event] -= 1;
        } else if computation > 0 {
            cpu.work("CPU", "computation", now..now + 1);
            computation -= 1;
        } else if left.iter().all(|&left| left == 0) {
            break;
        }
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
