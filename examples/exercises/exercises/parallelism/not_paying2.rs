// Two at one lock
//
// It belongs to the section "The waiting share" of the chapter "When it does not pay".
//
// Each page is looked through by a thread. `parse` computes, and takes long; what it found is noted in
// one place if it is more than what stands there. The result is right. But one thread always waits for
// the other, and no core can help: P is one.
//
// The test runs the threads in every schedule. It wants the result to stay right, and schedules in
// which one thread parses while another does.

use interleave::Mutex;

/// Looks through a page and notes how long its longest line is, if none is known that is longer.
fn look_through(page: &str, longest: &Mutex<usize>, parse: &dyn Fn(&str) -> usize) {
    // TODO: How much of this must nobody else come between?
    let mut longest = longest.lock();
    let found = parse(page);
    if found > *longest {
        *longest = found;
    }
}

fn main() {
    let longest = Mutex::new("longest", 0);
    let parse = |page: &str| page.lines().map(str::len).max().unwrap_or(0);
    look_through("salt\npepper", &longest, &parse);
    look_through("oil\nrice\nonions", &longest, &parse);
    println!("{}", *longest.lock());
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::not_paying;

    #[test]
    fn pages_are_parsed_at_once_and_the_longest_line_is_noted() {
        not_paying::parses_at_once(look_through);
    }
}
