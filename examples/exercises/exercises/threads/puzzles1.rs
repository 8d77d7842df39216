// A table for three
//
// It belongs to the section "Rendezvous" of the chapter "Six puzzles".
//
// Each guest lays a part of the table, calls `meet`, and then eats. Nobody may eat before all have
// laid. For each guest there is a semaphore, which begins with no permit: a permit in `here[1]` says
// that guest 1 is here.
//
// For two guests this is the chapter's solution, and it is right. The test also has three.

use interleave::Semaphore;

/// Guest `me` says to be here, and waits until all the others are.
fn meet(me: usize, here: &[Semaphore]) {
    // TODO: How many others wait for this word?
    here[me].release();
    for (other, is_here) in here.iter().enumerate() {
        if other != me {
            is_here.acquire();
        }
    }
}

fn main() {
    meet(0, &[Semaphore::new("Anna is here", 0)]);
    println!("Who is alone waits for nobody.");
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::puzzles;

    #[test]
    fn nobody_eats_before_all_have_laid() {
        puzzles::all_lay_before_any_eats(meet);
    }
}
