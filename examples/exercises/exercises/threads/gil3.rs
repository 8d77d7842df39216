// Handed over, and not taken back
//
// It belongs to the section "A lock around an interpreter" of the chapter "The GIL today".
//
// Anna computes and holds the global lock. Ben has waited for a slice, and asks for it. Between two
// bytecodes Anna looks whether somebody has asked. If so, Ben must have the lock next, and Anna again
// after him. If nobody has asked, she goes on at once.
//
// Two facts are shared. `gil.held`: somebody has the lock. `gil.asked`: somebody who waits wants it.
// `gil.take()` waits until `held` is false, makes it true, and then makes `asked` false. `gil.release()`
// makes `held` false. `interleave::until` tries a closure again and again until it has an answer:
// `until(|| gil.held.load().get().then_some(()))` waits until somebody has the lock.

use exercises::gil::Gil;

/// Between two bytecodes: lets somebody else have the lock, if asked.
fn hand_over_if_asked(gil: &Gil) {
    if gil.asked.load().get() {
        gil.release();
        // TODO: Who can be faster than the one who waits?
        gil.take();
    }
}

fn main() {
    let gil = Gil::default();
    gil.take();
    hand_over_if_asked(&gil);
    gil.release();
    println!("Nobody asked, and nobody has it: {}", !gil.held.load().get());
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::gil;

    #[test]
    fn who_asks_is_next() {
        gil::hands_over(hand_over_if_asked);
    }

    #[test]
    fn who_is_alone_goes_on() {
        gil::goes_on_alone(hand_over_if_asked);
    }
}
