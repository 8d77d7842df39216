// A hundred microseconds at a time
//
// A step cannot be interrupted: on this thread nobody switches but the task itself. So it has to look
// *before* a step whether that fits into the time that is left. To look afterwards is to be late, by
// up to a whole step.
//
// To put as many steps into a turn as fit is also to give way as seldom as possible: no other way of
// cutting gets further with the same number of turns.
//
// The price is that somebody must know what the steps cost, or measure it. Another way is not to be on
// this thread at all: `spawn_blocking`, or rayon and a bridge. Then nobody has to count, and the
// computation may even have several cores.

use tokio::task::yield_now;

/// How long a task may keep its thread, in microseconds.
const LIMIT: u64 = 100;

/// Takes the steps in their order; `step(40)` takes one of 40 µs.
async fn compute(costs: &[u64], step: &mut dyn FnMut(u64)) {
    let mut kept = 0;
    for &cost in costs {
        if kept + cost > LIMIT {
            yield_now().await;
            kept = 0;
        }
        step(cost);
        kept += cost;
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    compute(&[40, 60, 100], &mut |cost| println!("a step of {cost} µs")).await;
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::blocking;

    #[test]
    fn neighbours_wait_for_a_hundred_microseconds_at_most() {
        blocking::gives_way_in_time(compute);
    }

    #[test]
    fn the_computation_gives_way_only_when_it_must() {
        blocking::gives_way_seldom(compute);
    }
}
