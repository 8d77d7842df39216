// What a machine gives
//
// It belongs to the section "What your machine gives you" of the chapter "How this book proves things".
//
// A thread spins for a while, alone, and counts its rounds. Then several threads spin for equally long,
// together, and each counts its own. Compute E, the machine's effective cores: how much they got done
// together, divided by what the one got done alone.

/// E, from the rounds of one thread alone and those of each thread together.
fn effective_cores(alone: u64, together: &[u64]) -> f64 {
    let all: u64 = together.iter().sum();
    // TODO: This is what each of them got, as a share of what one gets alone.
    let each = all / together.len() as u64;
    each as f64 / alone as f64
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
