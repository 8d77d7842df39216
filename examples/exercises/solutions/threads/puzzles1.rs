// A table for three
//
// A permit is for one. Two others wait for the word of each guest, so each gives two permits, and the
// first who hears does not take the word from the second. As all say so before they wait, nobody waits
// for somebody who is silent.
//
// The price: with n guests there are n (n - 1) permits to give and to take. The barrier of the next
// section has a count instead, and the last to come opens for all.
//
// One might give the permits first, and then take the own one back too: simpler to write, without the
// `if`, if each gives as many as there are guests.

use interleave::Semaphore;

/// Guest `me` says to be here, and waits until all the others are.
fn meet(me: usize, here: &[Semaphore]) {
    for _ in 1..here.len() {
        here[me].release();
    }
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
