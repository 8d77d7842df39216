// Seen once
//
// Only the ways that can show it are left, once it was seen. It is a proof if two cores were at work in
// all of those. And there must be one: what can never be seen proves nothing.
//
// That two cores *need not* show it does no harm. A certificate may be rare. It may also be wrong in
// one place, the list: a way that was forgotten makes a proof of what is none.

use exercises::proof::Way;

/// Whether something that was seen proves that two cores were at work.
fn is_certificate(ways: &[Way]) -> bool {
    let mut left = ways.iter().filter(|way| way.can_show_it).peekable();
    left.peek().is_some() && left.all(|way| way.two_cores)
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
