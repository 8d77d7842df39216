// When all have come
//
// It belongs to the section "Until something changes" of the chapter "Sharing".
//
// A dinner begins when all the guests are there. Whoever comes is counted, and waits for the others.
// The last to come rings the bell, and then everybody may begin.
//
// Nobody begins before all have come, and nobody is left waiting. The bell hangs in an old house: now
// and then it rings though nothing has happened.

use interleave::{Condvar, Mutex};

/// A guest comes. It ends when `all` have come.
fn come(here: &Mutex<u32>, bell: &Condvar, all: u32) {
    let mut guests = here.lock();
    *guests += 1;
    // TODO: Whom does the bell wake? And what does a guest know who was woken?
    if *guests == all {
        bell.notify_one();
    } else {
        drop(bell.wait(guests));
    }
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
