// Handed over, and not taken back
//
// Anna lets go, and then waits until the request has been met: `take` makes `asked` false, and the only
// one who can take meanwhile is whoever asked. Only then does she want the lock again. Releasing and
// taking alone leaves it to chance who is first, and Anna has an advantage: she is awake.
//
// With more than one who waits, `asked` says too little: the first `take` clears it for all. The
// chapter's lock counts how often it was taken, the holder waits until that number has changed, and
// whoever is still waiting asks again after another slice. Who must have it in turn needs a ticket.
//
// The price is that Anna stands still until Ben has been woken, even if she could have computed.

use exercises::gil::Gil;
use interleave::until;

/// Between two bytecodes: lets somebody else have the lock, if asked.
fn hand_over_if_asked(gil: &Gil) {
    if gil.asked.load().get() {
        gil.release();
        until(|| (!gil.asked.load().get()).then_some(()));
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
