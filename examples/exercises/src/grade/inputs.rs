//! The right result, for every small input.

use std::fmt::Debug;

/// For each of the inputs, `yours` gives what `wanted` gives.
///
/// ```
/// exercises::grade::every_input("the sum of", 0..20, |&n| (0..=n).sum::<u32>(), |&n| n * (n + 1) / 2);
/// ```
///
/// # Panics
///
/// With the first input for which it does not.
#[track_caller]
pub fn every_input<I: Debug, R: PartialEq + Debug>(
    what: &str,
    inputs: impl IntoIterator<Item = I>,
    yours: impl Fn(&I) -> R,
    wanted: impl Fn(&I) -> R,
) {
    for input in inputs {
        let (yours, wanted) = (yours(&input), wanted(&input));
        assert!(yours == wanted, "{what} {input:?}: {wanted:?}. Yours says: {yours:?}.");
    }
}

/// Every list of at most `longest` numbers up to `greatest`, shorter ones first.
#[must_use]
pub fn lists(longest: usize, greatest: u64) -> Vec<Vec<u64>> {
    let mut lists = vec![Vec::new()];
    let mut begin = 0;
    for _ in 0..longest {
        let end = lists.len();
        for index in begin..end {
            for number in 0..=greatest {
                let mut longer = lists[index].clone();
                longer.push(number);
                lists.push(longer);
            }
        }
        begin = end;
    }
    lists
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wrong::caught;

    #[test]
    fn lists_are_all_there_are() {
        assert_eq!(lists(2, 1).len(), 1 + 2 + 4);
        assert_eq!(lists(2, 1)[3..], [[0, 0], [0, 1], [1, 0], [1, 1]]);
    }

    #[test]
    fn the_smallest_input_is_shown() {
        caught("the double of 1: 2. Yours says: 1.", || {
            every_input("the double of", 0..9, |n| n * n, |n| 2 * n);
        });
    }
}
