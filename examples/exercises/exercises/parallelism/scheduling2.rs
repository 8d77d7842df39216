// A job from somebody else's list
//
// It belongs to the section "Nobody hands out" of the chapter "Scheduling parallel work".
//
// Two workers have a list of jobs each. A worker does the newest job of its own list, the one at the
// back. Who has nothing left takes the oldest job of the other's, the one at the front. Who finds
// nothing there either goes home.
//
// The lists are in locks, which work like the one of std. The test lets both workers ask for jobs until
// they go home, in every schedule.

use interleave::Mutex;
use std::collections::VecDeque;

/// The next job for the worker that has the first of the lists.
fn next(own: &Mutex<VecDeque<u32>>, _others: &Mutex<VecDeque<u32>>) -> Option<u32> {
    // TODO: Who has nothing left goes home, however much the other one still has.
    own.lock().pop_back()
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
