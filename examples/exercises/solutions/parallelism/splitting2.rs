// Halves of halves
//
// Each half is somebody's who is free, and so is each half of a half. After two splits four workers
// have something to do, after ten a thousand. Had each split cut off only one piece, the last piece
// would be there after as many splits as there are pieces.
//
// The price is a `join` for every split. The cut-off keeps it small beside the work; it does not
// depend on how many workers there are, and the workers are the pool's. Threads of one's own, a new
// one for each split, would give the same sum with as many threads as there are parts.
//
// `numbers.par_chunks(cut_off).map(in_one_go).sum()` is short, and nearly the same: there, rayon splits
// the list of pieces in halves. Every piece is as long as the cut-off, but for the last, which may be as
// short as one number.

/// The sum; each part that is not split further is added by `in_one_go`. The cut-off is at least 1.
fn sum(numbers: &[u64], cut_off: usize, in_one_go: &(dyn Fn(&[u64]) -> u64 + Sync)) -> u64 {
    if numbers.len() <= cut_off {
        return in_one_go(numbers);
    }
    let (left, right) = numbers.split_at(numbers.len() / 2);
    let (left, right) =
        rayon::join(|| sum(left, cut_off, in_one_go), || sum(right, cut_off, in_one_go));
    left + right
}

fn main() {
    let numbers: Vec<u64> = (1..=100).collect();
    println!("{}", sum(&numbers, 10, &|part| part.iter().sum()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::splitting;

    #[test]
    fn every_number_is_in_one_part_and_no_part_is_too_small() {
        splitting::splits_in_halves(sum);
    }

    #[test]
    fn four_workers_have_a_part_each() {
        splitting::parts_are_for_whoever_is_free(sum);
    }
}
