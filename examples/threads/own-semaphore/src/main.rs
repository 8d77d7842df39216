//! A semaphore, made of a mutex and a condition variable: never more inside than it has permits.
//!
//! Run it: `cargo run -p own-semaphore`

use interleave::{Condvar, Fault, Mutex, Search, Shared, thread};

// ANCHOR: semaphore
struct Semaphore {
    permits: Mutex<usize>,
    bell: Condvar,
}

impl Semaphore {
    fn new(permits: usize) -> Semaphore {
        Semaphore { permits: Mutex::new("permits", permits), bell: Condvar::new("bell") }
    }

    fn acquire(&self) {
        let mut permits = self.bell.wait_while(self.permits.lock(), |permits| *permits == 0);
        *permits -= 1;
    }

    fn release(&self) {
        *self.permits.lock() += 1;
        self.bell.notify_one();
    }
}
// ANCHOR_END: semaphore

/// Two threads, one permit; whether somebody was there when a thread came in.
fn evening() -> (bool, bool) {
    let (seat, taken) = (Semaphore::new(1), Shared::new("taken", false));
    let guest = || {
        seat.acquire();
        let met = taken.swap(true).get();
        taken.store(false);
        seat.release();
        met
    };
    thread::scope(|tavern| {
        let (anna, ben) = (tavern.spawn("Anna", guest), tavern.spawn("Ben", guest));
        (anna.join().expect("no guest panics"), ben.join().expect("no guest panics"))
    })
}

fn main() -> Result<(), Fault> {
    println!("{}", Search::new("own-semaphore").explore(evening)?);
    Ok(())
}
