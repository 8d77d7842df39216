//! Checks of the exercises for *How this book proves things*.

use std::fmt::Write as _;

use crate::grade::lists;

/// A way in which a run can have gone.
#[derive(Clone, Copy, Debug)]
pub struct Way {
    /// Two cores were at work, not one.
    pub two_cores: bool,
    /// What was seen can come about in it.
    pub can_show_it: bool,
}

/// A round of a measurement.
#[derive(Clone, Copy, Debug)]
pub struct Round {
    /// The time of one thread, in milliseconds.
    pub one_thread: f64,
    /// The time of two.
    pub two_threads: f64,
    /// E before the round.
    pub e_before: f64,
    /// E after it.
    pub e_after: f64,
}

/// What is said of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Proven here.
    Proven,
    /// This machine cannot show it.
    CannotShow,
    /// It is false.
    Refuted,
}

/// Certificates are told from other observations, whatever the ways in which a run can go.
///
/// # Panics
///
/// With the fewest ways for which they are not.
#[track_caller]
pub fn certificates_are_told_apart(is_certificate: fn(&[Way]) -> bool) {
    for kinds in lists(3, 3) {
        let way = |kind: &u64| Way { two_cores: kind % 2 == 1, can_show_it: kind / 2 == 1 };
        let ways: Vec<Way> = kinds.iter().map(way).collect();
        let by = |two_cores| ways.iter().any(|way| way.two_cores == two_cores && way.can_show_it);
        let (wanted, why) = match (by(true), by(false)) {
            (true, false) => (true, "if it was seen, it was by two cores"),
            (_, true) => (false, "one core can show it, too"),
            (false, false) => (false, "it can never be seen"),
        };
        let shown = ways.iter().fold(String::new(), |mut text, way| {
            let cores = if way.two_cores { "two cores" } else { "one core" };
            let can = if way.can_show_it { "can show it" } else { "cannot show it" };
            let _ = write!(text, "\n  {cores}: {can}"); // It cannot fail.
            text
        });
        let says = |is: bool| if is { "a certificate" } else { "no certificate" };
        assert!(
            is_certificate(&ways) == wanted,
            "It is {}: {why}. Yours says: {}.\n\nThe ways:{shown}\n",
            says(wanted),
            says(!wanted)
        );
    }
}

/// E is right for every few threads, and for those of a real machine.
///
/// # Panics
///
/// With the first threads for which it is not.
#[track_caller]
pub fn effective_cores_are_counted(effective_cores: fn(u64, &[u64]) -> f64) {
    let few = lists(3, 4).into_iter().filter(|list| !list.is_empty() && !list.contains(&0));
    let few = few.map(|threads| (1_000, threads.iter().map(|rounds| rounds * 250).collect()));
    let more = [(1_000, vec![701, 652]), (400, vec![200; 4]), (3_000, vec![3_001; 8])];
    for (alone, together) in few.chain(more) {
        let sum: u64 = together.iter().sum();
        let (wanted, yours) = (sum as f64 / alone as f64, effective_cores(alone, &together));
        assert!(
            (wanted - yours).abs() < 1e-6,
            "One thread alone made {alone} rounds, and together they made {together:?}: E is \
             {wanted}. Yours says: {yours}."
        );
    }
}

/// The verdict is right for every few rounds.
///
/// # Panics
///
/// With the fewest rounds for which it is not.
#[track_caller]
pub fn verdicts_are_just(judge: fn(&[Round], f64) -> Verdict) {
    let round = |ratio: f64, e_before: f64, e_after: f64| Round {
        one_thread: 30.0,
        two_threads: 30.0 / ratio,
        e_before,
        e_after,
    };
    let fast = round(2.0, 2.0, 2.0);
    let slow = round(1.0, 2.0, 1.81); // E moved by less than a tenth of the larger, but not of the smaller.
    let busy = round(1.0, 1.0, 1.0);
    let became_busy = round(1.2, 2.0, 1.79);
    let became_quiet = round(3.0, 1.2, 2.0);
    let busy_after = round(1.0, 1.55, 1.45); // E did not move, and reached the bound only once.
    let busy_before = round(1.0, 1.45, 1.55);
    let kinds = [fast, slow, busy, became_busy, became_quiet, busy_after, busy_before];
    let all = lists(5, kinds.len() as u64 - 1);
    for chosen in all.into_iter().filter(|rounds| !rounds.is_empty()) {
        let rounds: Vec<Round> = chosen.iter().map(|&kind| kinds[kind as usize]).collect();
        let count = |kind: u64| chosen.iter().filter(|one| **one == kind).count();
        let (fast, slow, busy) = (count(0), count(1), count(2) + count(5) + count(6));
        let (wanted, why) = match (fast, slow, busy) {
            _ if fast + slow + busy < 3 => {
                (Verdict::CannotShow, "fewer than three rounds are left in which E did not move")
            }
            (_, 0, 0) => (Verdict::Proven, "the whole interval reaches the bound"),
            (0, _, 0) => (Verdict::Refuted, "no round reaches the bound, where E did"),
            (0, ..) => (
                Verdict::CannotShow,
                "E did not always reach the bound, so that two threads could not be faster",
            ),
            _ => (Verdict::CannotShow, "the bound lies within the interval"),
        };
        let yours = judge(&rounds, 1.5);
        if yours != wanted {
            let head = "  one thread   two threads   ratio   E before   E after\n".to_owned();
            let table = rounds.iter().fold(head, |mut text, round| {
                let Round { one_thread, two_threads, e_before, e_after } = round;
                let ratio = one_thread / two_threads;
                let _ = writeln!(
                    text,
                    "{one_thread:9.0} ms {two_threads:10.0} ms {ratio:7.1} {e_before:10.2} \
                     {e_after:9.2}"
                ); // It cannot fail.
                text
            });
            panic!("{wanted:?}: {why}. Yours says: {yours:?}.\n\nThe bound is 1.5.\n\n{table}");
        }
    }
}
