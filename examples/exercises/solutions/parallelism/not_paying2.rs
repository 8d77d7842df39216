// Two at one lock
//
// What a page contains depends on nobody, so it is found out before the lock is taken. Comparing and
// noting belong together: had the lock been given back between them, somebody could have noted more,
// and it would be overwritten.
//
// The lock is now held for two steps that take next to no time, so P can be as large as there are
// threads and cores. The price is that each thread parses, whatever the others have found. If noting
// should ever be what takes time, each thread keeps a longest line of its own, and they are compared
// when all is done.

use interleave::Mutex;

/// Looks through a page and notes how long its longest line is, if none is known that is longer.
fn look_through(page: &str, longest: &Mutex<usize>, parse: &dyn Fn(&str) -> usize) {
    let found = parse(page);
    let mut longest = longest.lock();
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
