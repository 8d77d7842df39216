//! A hatch with room for one dish: cooks wait while it is full, and the waiter while it is empty.
//!
//! Run it: `cargo run -p lbs-buffer`

use interleave::{Fault, Kind, Mutex, Search, Semaphore, thread};

struct Hatch {
    dishes: Mutex<Vec<u32>>,
    there: Semaphore,
    room: Semaphore,
}

// ANCHOR: program
impl Hatch {
    fn put(&self, dish: u32) {
        self.room.acquire();
        self.dishes.lock().push(dish);
        self.there.release();
    }

    fn take(&self) -> u32 {
        self.there.acquire();
        let dish = self.dishes.lock().remove(0);
        self.room.release();
        dish
    }
}
// ANCHOR_END: program

// ANCHOR: broken
impl Hatch {
    /// Takes the lock first, and waits for a dish with the lock in hand.
    fn take_holding_the_lock(&self) -> u32 {
        let mut dishes = self.dishes.lock();
        self.there.acquire();
        let dish = dishes.remove(0);
        dishes.unlock();
        self.room.release();
        dish
    }
}
// ANCHOR_END: broken

fn evening(take: fn(&Hatch) -> u32) -> [u32; 2] {
    let (there, room) = (Semaphore::new("there", 0), Semaphore::new("room", 1));
    let hatch = Hatch { dishes: Mutex::new("dishes", Vec::new()), there, room };
    thread::scope(|tavern| {
        tavern.spawn("Anna", || hatch.put(1));
        tavern.spawn("Ben", || hatch.put(2));
        let waiter = tavern.spawn("waiter", || [(); 2].map(|()| take(&hatch)));
        waiter.join().expect("the waiter does not panic")
    })
}

fn main() -> Result<(), Fault> {
    println!("{}", Search::new("lbs-buffer").explore(|| evening(Hatch::take))?);
    let found = Search::new("lock in hand").explore(|| evening(Hatch::take_holding_the_lock))?;
    let stuck = found.outcomes().iter().filter(|one| one.kind == Kind::Deadlock);
    let soonest = stuck.min_by_key(|one| one.witness.len()).expect("it can get stuck");
    println!("\n{found}\n{}", found.strip(&soonest.witness));
    Ok(())
}
