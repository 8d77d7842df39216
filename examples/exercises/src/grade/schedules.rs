//! What holds in every schedule of a small program; where not, the schedule that breaks it.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::{Arc, Mutex, PoisonError};

use interleave::{Kind, Move, Outcome, Schedules, Search};

use super::recorded::not_recorded;

/// Runs a program in every schedule. It makes its shared objects itself, from the types of
/// `interleave`.
///
/// ```
/// use exercises::grade::every_schedule;
/// use interleave::{Shared, thread};
///
/// every_schedule("two cooks", || {
///     let bowl = Shared::new("bowl", 0);
///     thread::scope(|kitchen| {
///         for name in ["Anna", "Ben"] {
///             kitchen.spawn(name, || drop(bowl.update(|n| n + 1)));
///         }
///     });
///     bowl.load().get()
/// })
/// .always("both onions are counted", |end| end.result == 2);
/// ```
///
/// # Panics
///
/// Where the program cannot be searched, and where it is too large.
#[track_caller]
pub fn every_schedule<R>(name: &str, program: impl Fn() -> R + Send + Sync + 'static) -> Found<R>
where
    R: Clone + Debug + Send + 'static,
{
    let results = Arc::new(Mutex::new(BTreeMap::new()));
    let kept = Arc::clone(&results);
    let not_recorded = not_recorded();
    let found = Search::new(name).explore(move || {
        let result = program();
        let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.entry(format!("{result:?}")).or_insert_with(|| result.clone());
        result
    });
    drop(not_recorded);
    let schedules = match found {
        Ok(found) => found,
        Err(fault) => panic!("{name}: not every schedule can be tried. {fault}."),
    };
    if schedules.stopped().is_some() {
        panic!(
            "{name}: there are too many schedules to try. A loop that waits belongs in `until`."
        );
    }
    let results = results.lock().unwrap_or_else(PoisonError::into_inner).clone();
    Found { schedules, results }
}

/// All that can come of a program.
#[derive(Debug)]
pub struct Found<R> {
    schedules: Schedules,
    /// What was returned, by its text.
    results: BTreeMap<String, R>,
}

/// One way in which it ends.
#[derive(Clone, Debug)]
pub struct End<R> {
    /// What the program returned.
    pub result: R,
    /// The lines that were said.
    pub said: Vec<String>,
}

impl<R: Clone> Found<R> {
    /// In every schedule the program ends, no thread panics, and the claim holds.
    ///
    /// # Panics
    ///
    /// With a shortest schedule of those that break it, and the step after which it is too late.
    #[track_caller]
    pub fn always(&self, claim: &str, holds: impl Fn(&End<R>) -> bool) -> &Self {
        self.must_end();
        let broken = |one: &Outcome| !holds(&self.end(one));
        let bad: Vec<_> = self.schedules.outcomes().iter().filter(|one| broken(one)).collect();
        if let Some(shortest) = bad.iter().min_by_key(|one| one.witness.len()) {
            let ends: Vec<_> = bad.iter().map(|one| one.text.as_str()).collect();
            let ends = ends.join("`, or with `");
            panic!(
                "This does not hold: {claim}.\n\n{} with `{ends}`. {}",
                self.share(&bad, "ends", "end"),
                self.shown(&shortest.witness, broken)
            );
        }
        self
    }

    /// There is a schedule in which this holds: the program leaves open what may be left open.
    ///
    /// # Panics
    ///
    /// With all that there is.
    #[track_caller]
    pub fn sometimes(&self, claim: &str, holds: impl Fn(&End<R>) -> bool) -> &Self {
        self.must_end();
        if !self.schedules.outcomes().iter().any(|one| holds(&self.end(one))) {
            panic!("No schedule has this: {claim}.\n\n{}", self.schedules);
        }
        self
    }

    /// Everything that was found.
    #[must_use]
    pub fn schedules(&self) -> &Schedules {
        &self.schedules
    }

    #[track_caller]
    fn must_end(&self) {
        let ends = |one: &&Outcome| one.kind != Kind::Finished;
        let bad: Vec<_> = self.schedules.outcomes().iter().filter(ends).collect();
        if let Some(shortest) = bad.iter().min_by_key(|one| one.witness.len()) {
            let what = match shortest.kind {
                Kind::Deadlock => "Every thread that is left waits for another",
                _ => "A thread panics",
            };
            let shown = self.shown(&shortest.witness, |one| one.kind != Kind::Finished);
            let share = self.share(&bad, "goes wrong", "go wrong");
            panic!("{what}: {}.\n\n{share}. {shown}", shortest.text);
        }
        if let Some(cycle) = self.schedules.livelock() {
            let names = cycle.threads.iter().map(|&thread| &*self.schedules.threads()[thread]);
            let names = names.collect::<Vec<_>>().join(" and ");
            let way = match &cycle.witness[..] {
                [] => "It can begin at once.".to_owned(),
                witness => format!("A shortest way there:\n\n{}\n", self.schedules.strip(witness)),
            };
            panic!("It need not end: {names} can go round for ever. {way}");
        }
    }

    fn end(&self, outcome: &Outcome) -> End<R> {
        let said = outcome.said.clone();
        let rest = outcome.text.strip_prefix(&said.join(" · ")).unwrap_or(&outcome.text);
        let rest = rest.strip_prefix(" · ").unwrap_or(rest);
        // Nothing stands behind the lines where `()` was returned.
        let result = self.results.get(if rest.is_empty() { "()" } else { rest });
        End { result: result.expect("a finished program returned this").clone(), said }
    }

    /// How many of the schedules are bad.
    fn share(&self, bad: &[&Outcome], ends: &str, end: &str) -> String {
        let counts = bad.iter().map(|one| one.schedules);
        match (counts.sum::<Option<u128>>(), self.schedules.schedules()) {
            (Some(1), Some(1)) => format!("The only schedule {ends}"),
            (Some(1), Some(all)) => format!("1 of {all} schedules {ends}"),
            (Some(bad), Some(all)) if bad == all => format!("All {all} schedules {end}"),
            (Some(bad), Some(all)) => format!("{bad} of {all} schedules {end}"),
            _ => format!("Some schedules {end}"),
        }
    }

    /// A bad schedule: a line a step, a column a thread, and the step after which it is too late.
    fn shown(&self, witness: &[Move], bad: impl Fn(&Outcome) -> bool) -> String {
        let outcomes = self.schedules.outcomes().iter().enumerate();
        let good: Vec<_> = outcomes.filter(|(_, one)| !bad(one)).map(|(at, _)| at).collect();
        let lost = self.schedules.lost_at(witness, &good);
        let strip = self.schedules.strip(witness);
        let mut lines: Vec<_> = strip.lines().map(str::to_owned).collect();
        // Above the first step stand the names.
        if let Some(line) = lost.and_then(|step| lines.get_mut(step + 1)) {
            line.push_str("   <- from here on it is too late");
        }
        format!("One of the shortest:\n\n{}\n", lines.join("\n"))
    }
}

#[cfg(test)]
mod tests {
    use interleave::{Shared, say, thread};

    use super::*;
    use crate::wrong::caught;

    fn two_cooks() -> Found<u32> {
        every_schedule("two cooks", || {
            let bowl = Shared::new("bowl", 0);
            thread::scope(|kitchen| {
                for name in ["Anna", "Ben"] {
                    kitchen.spawn(name, || {
                        let onions = bowl.load();
                        bowl.store(onions + 1);
                    });
                }
            });
            say!("done");
            bowl.load().get()
        })
    }

    #[track_caller]
    fn both_are_counted() {
        two_cooks().always("both onions are counted", |end| end.result == 2);
    }

    #[test]
    fn the_schedule_that_breaks_a_claim_is_shown() {
        let wanted = "4 of 6 schedules end with `done · 1`. One of the shortest:\n\n   Anna";
        caught(wanted, both_are_counted);
    }

    #[test]
    fn the_step_after_which_it_is_too_late_is_marked() {
        caught("let onions = bowl.load();  0   <- from here on", both_are_counted);
    }

    #[test]
    fn what_no_schedule_does_is_said() {
        let found = two_cooks();
        found.sometimes("an onion is lost", |end| end.said == ["done"] && end.result == 1);
        caught("No schedule has this: three onions are counted.", || {
            found.sometimes("three onions are counted", |end| end.result == 3);
        });
    }
}
