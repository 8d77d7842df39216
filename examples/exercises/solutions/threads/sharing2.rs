// When all have come
//
// The last guest changes something for all the others, so all are woken: `notify_one` would wake one
// of them, and nobody else would ever ring. And a guest who was woken knows only that it is time to
// look again. `wait_while` looks, sleeps and looks again, always with the lock in hand, so that nobody
// can come between the look and the sleep.
//
// The price: all who are woken want the lock at the same moment, and get it one after the other.
// Instead, each who may begin could wake the next one.

use interleave::{Condvar, Mutex};

/// A guest comes. It ends when `all` have come.
fn come(here: &Mutex<u32>, bell: &Condvar, all: u32) {
    let mut guests = here.lock();
    *guests += 1;
    if *guests == all {
        bell.notify_all();
    }
    drop(bell.wait_while(guests, |guests| *guests < all));
}

fn main() {
    let (here, bell) = (Mutex::new("here", 0), Condvar::new("bell"));
    come(&here, &bell, 1);
    println!("a guest who is all alone may begin at once");
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::sharing;

    #[test]
    fn nobody_begins_alone_and_nobody_is_left_waiting() {
        sharing::dinner_begins_with_all(come);
    }
}
