// Three verdicts
//
// Only rounds of a steady machine are asked. If all of them agree, the claim is proven or refuted; if
// they do not, the interval is on both sides of the bound, and nothing is said. "Proven" asks for less
// than "refuted": a busy machine can make two threads slow, but not fast.
//
// The price is paid in "cannot show". On a noisy machine one slow round is enough for it. The book's own
// verdicts take an interval for the middle ratio, which one round does not move, and more rounds.

use exercises::proof::{Round, Verdict};

/// What the rounds say of the claim.
fn judge(rounds: &[Round], bound: f64) -> Verdict {
    let steady = |round: &&Round| {
        (round.e_before - round.e_after).abs() <= 0.1 * round.e_before.max(round.e_after)
    };
    let left: Vec<&Round> = rounds.iter().filter(steady).collect();
    let reaches = |round: &&Round| round.one_thread / round.two_threads >= bound;
    let could_show_it = |round: &&Round| round.e_before.min(round.e_after) >= bound;
    if left.len() < 3 {
        Verdict::CannotShow
    } else if left.iter().all(reaches) {
        Verdict::Proven
    } else if !left.iter().any(reaches) && left.iter().all(could_show_it) {
        Verdict::Refuted
    } else {
        Verdict::CannotShow
    }
}

fn main() {
    let round = Round { one_thread: 20.0, two_threads: 20.0, e_before: 1.0, e_after: 1.0 };
    println!("as fast as one, on one effective core: {:?}", judge(&[round; 3], 1.5));
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::proof;

    #[test]
    fn a_busy_machine_refutes_nothing() {
        proof::verdicts_are_just(judge);
    }
}
