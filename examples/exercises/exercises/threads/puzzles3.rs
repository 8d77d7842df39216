// One kitchen, two crews
//
// It belongs to the section "Readers and writers" of the chapter "Six puzzles".
//
// Cooks and waiters use the same kitchen. Cooks may be in it together, and waiters may be in it
// together, but never a cook and a waiter at once. Both crews call the same two functions, each with
// its own count `inside`. The room is one semaphore with one permit, for both crews.
//
// As it is, nobody meets anybody. Let the members of a crew in together.

use interleave::{Mutex, Semaphore};

/// Waits until the other crew is out, and comes in.
fn come_in(_inside: &Mutex<u32>, room: &Semaphore) {
    // TODO: Who of a crew has to wait for the room?
    room.acquire();
}

/// Goes out.
fn go_out(_inside: &Mutex<u32>, room: &Semaphore) {
    // TODO: Who of a crew gives it back?
    room.release();
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
