// A job from somebody else's list
//
// The first line takes from the own list and gives the lock back at its semicolon. Only then does the
// second one ask for the other's. So nobody ever holds one lock and waits for another, and two workers
// who look into each other's lists at the same time cannot stand in each other's way for ever.
//
// `own.lock().pop_back().or_else(|| others.lock().pop_front())` says the same in one line, and can
// deadlock: what `lock` returned lives until the whole expression has been computed.
//
// Between the two lines the other worker may do its last job. Then there is nothing to steal, and that
// is the truth. If jobs could still be added to the own list meanwhile, "nothing left" would need a
// second look; `mini-steal` counts the jobs that are not done for that reason.

use interleave::Mutex;
use std::collections::VecDeque;

/// The next job for the worker that has the first of the lists.
fn next(own: &Mutex<VecDeque<u32>>, others: &Mutex<VecDeque<u32>>) -> Option<u32> {
    let newest = own.lock().pop_back();
    newest.or_else(|| others.lock().pop_front())
}

fn main() {
    let own = Mutex::new("own list", VecDeque::from([1]));
    let others = Mutex::new("other's list", VecDeque::from([4, 5, 6]));
    println!("{:?}, then {:?}", next(&own, &others), next(&own, &others));
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::scheduling;

    #[test]
    fn own_jobs_are_newest_first_and_stolen_ones_oldest_first() {
        scheduling::takes_from_the_right_end(next);
    }

    #[test]
    fn nobody_goes_home_while_a_job_is_left() {
        scheduling::nobody_goes_home_early(next);
    }
}
