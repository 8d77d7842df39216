// What became of each cook
//
// It belongs to the section "When a thread fails" of the chapter "Threads".
//
// Each cook is a thread, and gets some onions. A cook who gets too many panics. The program below then
// panics too, and the pieces of all others are lost.
//
// It should return something for each cook, in the order of the list: the pieces, or else the words of
// the panic. What a panic carries is a `String` if its message was put together (`"{onions} are too
// many"`), and a `&str` if it was there from the beginning (`"no onions"`). It may be anything else.
// Then there are "no words".

use std::thread;

/// What each cook makes of his onions, all of them at once.
fn chop_all(onions: &[u32], chop: &(dyn Fn(u32) -> u32 + Sync)) -> Vec<Result<u32, String>> {
    thread::scope(|scope| {
        let start = |&onions: &u32| scope.spawn(move || chop(onions));
        let cooks: Vec<_> = onions.iter().map(start).collect();
        // TODO: Not every cook brings pieces.
        cooks.into_iter().map(|cook| Ok(cook.join().expect("nobody fails"))).collect()
    })
}

fn main() {
    println!("{:?}", chop_all(&[3, 5], &|onions| onions * 8));
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::threads;

    #[test]
    fn a_failure_is_told_and_the_rest_is_kept() {
        threads::failures_are_told(chop_all);
    }

    #[test]
    fn all_cooks_are_at_work_at_once() {
        threads::cooks_are_at_work_at_once(chop_all);
    }
}
