// A hundred microseconds at a time
//
// It belongs to the section "A bridge to those who compute" of the chapter "Blocking the executor".
//
// There is no bridge this time: a long computation stays with the tasks. It consists of steps, and of
// each it is known how many microseconds it takes: `[40, 60, 100]`, say. Its neighbours on the thread
// shall never be without a turn for more than 100 µs. But to give way has its price, so the computation
// shall not do it more often than it must. No step takes longer than 100 µs.
//
// `yield_now().await` gives all others on the thread a turn, and sleeps not at all.

use tokio::task::yield_now;

/// How long a task may keep its thread, in microseconds.
const LIMIT: u64 = 100;

/// Takes the steps in their order; `step(40)` takes one of 40 µs.
async fn compute(costs: &[u64], step: &mut dyn FnMut(u64)) {
    let mut kept = 0;
    for &cost in costs {
        step(cost);
        kept += cost;
        // TODO: How long have the others been waiting when this is asked?
        if kept > LIMIT {
            yield_now().await;
        }
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
