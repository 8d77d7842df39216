//! The primes below a number, in one go and by rayon. The programs differ in one word.

use rayon::prelude::*;

/// Whether no smaller number divides it. It takes the longer, the larger its least divisor is.
fn is_prime(number: &u64) -> bool {
    (2..)
        .take_while(|divisor| divisor * divisor <= *number)
        .all(|divisor| !number.is_multiple_of(divisor))
}

// ANCHOR: program
/// In one go.
pub fn sequential(below: u64) -> Vec<u64> {
    (2..below).filter(is_prime).collect()
}

/// Shared out by rayon.
pub fn parallel(below: u64) -> Vec<u64> {
    (2..below).into_par_iter().filter(is_prime).collect()
}
// ANCHOR_END: program
