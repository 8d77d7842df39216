//! A barrier that can be used again: nobody begins a course before all have finished the last.
//!
//! Run it: `cargo run -p lbs-barrier`

use interleave::{Fault, Mutex, Search, Semaphore, Shared, thread};

const ALL: u32 = 2;

struct Barrier {
    come: Mutex<u32>,
    go_in: Semaphore,
    go_on: Semaphore,
}

// ANCHOR: program
impl Barrier {
    fn wait(&self) {
        self.come_in();
        self.go_on();
    }

    /// The last to come opens the first gate, once for each.
    fn come_in(&self) {
        let mut come = self.come.lock();
        *come += 1;
        if *come == ALL {
            for _ in 0..ALL {
                self.go_in.release();
            }
        }
        come.unlock();
        self.go_in.acquire();
    }

    /// The last to go opens the second gate, once for each.
    fn go_on(&self) {
        let mut come = self.come.lock();
        *come -= 1;
        if *come == 0 {
            for _ in 0..ALL {
                self.go_on.release();
            }
        }
        come.unlock();
        self.go_on.acquire();
    }
}
// ANCHOR_END: program

// ANCHOR: broken
impl Barrier {
    /// One gate only: the last to come starts the count anew.
    fn wait_at_one_gate(&self) {
        let mut come = self.come.lock();
        *come += 1;
        if *come == ALL {
            *come = 0;
            for _ in 0..ALL {
                self.go_in.release();
            }
        }
        come.unlock();
        self.go_in.acquire();
    }
}
// ANCHOR_END: broken

fn dinner(wait: fn(&Barrier)) {
    let (go_in, go_on) = (Semaphore::new("first gate", 0), Semaphore::new("second gate", 0));
    let barrier = Barrier { come: Mutex::new("come", 0), go_in, go_on };
    let eaten = Shared::new("eaten", 0);
    let guest = || {
        for course in 1..=2 {
            eaten.update(|n| n + 1);
            wait(&barrier);
            let plates = eaten.load();
            assert!(plates >= course * ALL, "somebody still eats course {course}");
        }
    };
    thread::scope(|table| {
        table.spawn("Anna", guest);
        table.spawn("Ben", guest);
    });
}

fn main() -> Result<(), Fault> {
    println!("{}", Search::new("lbs-barrier").explore(|| dinner(Barrier::wait))?);
    let found = Search::new("one gate").explore(|| dinner(Barrier::wait_at_one_gate))?;
    let worst = found.outcomes().last().expect("it ends somehow");
    println!("\n{found}\n{}", found.strip(&worst.witness));
    Ok(())
}
