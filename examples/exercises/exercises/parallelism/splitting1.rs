// Three threads, and one at a time
//
// It belongs to the section "Then the cores" of the chapter "Splitting work".
//
// Each part of a text gets a thread, and the threads count words. The sum is right. But the recording
// shows that never more than one of them is in progress: the parts are counted one after the other,
// in three threads.
//
// An iterator does nothing by itself. It does what it was told when somebody asks for the next item.

use std::thread;

/// How many words the parts have together, each counted by a thread of its own, all at once.
fn words(parts: &[&str], count: &(dyn Fn(&str) -> usize + Sync)) -> usize {
    thread::scope(|scope| {
        // TODO: When is the second thread started, and what has happened by then?
        let threads = parts.iter().map(|part| scope.spawn(move || count(part)));
        threads.map(|thread| thread.join().expect("counting does not panic")).sum()
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
