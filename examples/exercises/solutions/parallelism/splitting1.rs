// Three threads, and one at a time
//
// `collect` asks for every item: so every thread is started before the first is waited for. Without
// it, the sum asked for one item, `map` started one thread, and the sum waited for that one before it
// asked for the next.
//
// The price is the list of the handles, and that all the threads are there at once; for a thousand
// parts that would be a thousand threads. A loop that pushes the handles to a list does the same.

use std::thread;

/// How many words the parts have together, each counted by a thread of its own, all at once.
fn words(parts: &[&str], count: &(dyn Fn(&str) -> usize + Sync)) -> usize {
    thread::scope(|scope| {
        let threads: Vec<_> = parts.iter().map(|part| scope.spawn(move || count(part))).collect();
        threads.into_iter().map(|thread| thread.join().expect("counting does not panic")).sum()
    })
}

fn main() {
    let count = |part: &str| part.split_whitespace().count();
    println!("{} words", words(&["salt and", "pepper and a", "spoon"], &count));
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::splitting;

    #[test]
    fn all_parts_are_counted_at_once() {
        splitting::counts_parts_at_once(words);
    }
}
