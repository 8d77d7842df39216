//! What is certain on any machine: a thread that sleeps gives nobody a turn.

use heartbeat::{WAIT, keeps_the_thread, longest_without_a_beat};

#[test]
fn no_beat_while_the_neighbour_keeps_the_thread() {
    assert!(longest_without_a_beat(keeps_the_thread) >= WAIT);
}
