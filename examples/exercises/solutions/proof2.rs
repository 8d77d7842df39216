// What a machine gives
//
// The number of threads does not occur in it. Four threads on two quiet cores get half as much each,
// and together as much as two: E is two, as the machine is. It becomes a fraction before it is divided,
// since a division of whole numbers would drop what is over, and E between one and two is just what a
// busy machine with two cores has.
//
// One could also give each thread's share and add them up. It is the same sum, divided earlier.

/// E, from the rounds of one thread alone and those of each thread together.
fn effective_cores(alone: u64, together: &[u64]) -> f64 {
    let all: u64 = together.iter().sum();
    all as f64 / alone as f64
}

fn main() {
    println!("E is {:.2}", effective_cores(1_000, &[700, 650]));
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::proof;

    #[test]
    fn e_is_what_all_did_together() {
        proof::effective_cores_are_counted(effective_cores);
    }
}
