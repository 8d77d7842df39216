// Three verdicts
//
// It belongs to the section "What your machine gives you" of the chapter "How this book proves things".
//
// A claim says: two threads are at least `bound` times as fast as one. It was measured in rounds. Each has
// the time of one thread, the time of two, and E before and after. Judge it:
//
// - A round in which E moved, by more than a tenth of the larger, is thrown away.
// - With fewer than three rounds left, this machine cannot show it.
// - The interval is from the smallest to the largest ratio of those that are left.
// - Proven: the whole interval is at the bound or above.
// - Refuted: the whole interval is below, and in all rounds that are left E reached the bound, before
//   and after, so that the machine could have shown it. All else this machine cannot show.

use exercises::proof::{Round, Verdict};

/// What the rounds say of the claim.
fn judge(rounds: &[Round], bound: f64) -> Verdict {
    // TODO: There are two verdicts here, by the mean of all rounds.
    let ratios = rounds.iter().map(|round| round.one_thread / round.two_threads);
    let mean = ratios.sum::<f64>() / rounds.len() as f64;
    if mean >= bound { Verdict::Proven } else { Verdict::Refuted }
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
