// One kitchen, two crews
//
// The readers of the chapter, twice. The first of a crew waits for the room, and the last gives it back.
// The first waits with the lock in hand, so the rest of its crew waits with it: at the lock. Nobody gets
// stuck, since the other crew needs its own count to go out and not this one. And the permit may come
// back from another thread than took it, which no lock would allow.
//
// In `go_out` the lock might be given back before the room: whoever comes between the two is a first
// again, and waits for the room.
//
// The price: a crew that keeps coming starves the other. A further semaphore, which each passes through
// on the way in, and in which the first waits for the room, would let whoever waits shut the door.

use interleave::{Mutex, Semaphore};

/// Waits until the other crew is out, and comes in.
fn come_in(inside: &Mutex<u32>, room: &Semaphore) {
    let mut inside = inside.lock();
    *inside += 1;
    if *inside == 1 {
        room.acquire();
    }
}

/// Goes out.
fn go_out(inside: &Mutex<u32>, room: &Semaphore) {
    let mut inside = inside.lock();
    *inside -= 1;
    if *inside == 0 {
        room.release();
    }
}

fn main() {
    let (cooks, waiters) = (Mutex::new("cooks", 0), Mutex::new("waiters", 0));
    let room = Semaphore::new("room", 1);
    for inside in [&cooks, &waiters] {
        come_in(inside, &room);
        go_out(inside, &room);
    }
    println!("One after the other is always possible.");
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::puzzles;

    #[test]
    fn no_cook_meets_a_waiter() {
        puzzles::crews_stay_apart(come_in, go_out);
    }

    #[test]
    fn a_crew_can_be_in_together() {
        puzzles::a_crew_is_in_together(come_in, go_out);
    }
}
