//! A sort that splits the numbers in two and lets `rayon::join` sort both parts, perhaps in parallel.

use tracing::info_span;

// ANCHOR: program
/// Sorts. What has at most `cut_off` numbers is not split, but sorted by the standard library.
pub fn sort(numbers: &mut [u64], cut_off: usize) {
    if numbers.len() <= cut_off.max(1) {
        info_span!("sort").in_scope(|| numbers.sort_unstable());
        return;
    }
    // Puts the middle number in its place, all smaller ones before it and all larger ones behind.
    let middle = numbers.len() / 2;
    let (smaller, _, larger) = info_span!("split").in_scope(|| numbers.select_nth_unstable(middle));
    rayon::join(|| sort(smaller, cut_off), || sort(larger, cut_off));
}
// ANCHOR_END: program

/// So many numbers, all different and in no order.
pub fn shuffled(count: u64) -> Vec<u64> {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
    let mix = |number: u64| number.wrapping_mul(ODD);
    (0..count).map(|number| mix(mix(number) ^ (mix(number) >> 32))).collect()
}
