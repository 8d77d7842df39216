// Seen once
//
// It belongs to the section "Claims" of the chapter "How this book proves things".
//
// You have seen something in a run. Does it prove that two cores were at work? List the ways in which
// the run can have gone: in each, either two cores were at work or only one, and it either can show
// what you saw or cannot. What you saw is a certificate if it can have come about in one way only: by
// two cores.

use exercises::proof::Way;

/// Whether something that was seen proves that two cores were at work.
fn is_certificate(ways: &[Way]) -> bool {
    // TODO: This says that two cores can show it. What about one?
    ways.iter().any(|way| way.two_cores && way.can_show_it)
}

fn main() {
    let half_the_time = [
        Way { two_cores: true, can_show_it: true },
        Way { two_cores: false, can_show_it: true }, // Both were asleep.
    ];
    println!("half the time is a certificate: {}", is_certificate(&half_the_time));
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::proof;

    #[test]
    fn what_is_seen_once_is_proven() {
        proof::certificates_are_told_apart(is_certificate);
    }
}
