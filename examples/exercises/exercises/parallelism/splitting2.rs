// Halves of halves
//
// It belongs to the section "Split, and split again" of the chapter "Splitting work".
//
// Many numbers are to be added up. What has at most `cut_off` numbers is added in one go. Whatever is
// longer is cut in the middle, and both halves are done in the same way, perhaps in parallel.
//
// The program below does cut the numbers. But it does one piece after the other, and nobody can help.
// The test gives it a pool of workers; rayon is the chapter's.

/// The sum; each part that is not split further is added by `in_one_go`. The cut-off is at least 1.
fn sum(numbers: &[u64], cut_off: usize, in_one_go: &(dyn Fn(&[u64]) -> u64 + Sync)) -> u64 {
    if numbers.len() <= cut_off {
        return in_one_go(numbers);
    }
    // TODO: The rest must wait for this piece, though neither needs the other.
    let (piece, rest) = numbers.split_at(cut_off);
    in_one_go(piece) + sum(rest, cut_off, in_one_go)
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
