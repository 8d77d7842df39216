// The line that arrived first
//
// It belongs to the section "The same words" of the chapter "Beyond one machine".
//
// Each worker has counted a word in its own part of the lines, and has kept the number of the first line
// in which it stands. Now the entries of two workers are made one. When a third arrives, that is added in
// the same way. They arrive in any order, and some may have been put together on the way. The result must
// be the same, always: how often the word stands in all lines, and in which line it stands first.

use exercises::beyond::Entry;

/// What both know together.
fn together(a: Entry, b: Entry) -> Entry {
    // TODO: This is right as long as the first lines arrive first.
    Entry { count: a.count + b.count, first: a.first }
}

fn main() {
    let parts = [Entry { count: 2, first: 7 }, Entry { count: 1, first: 3 }];
    println!("{:?}", parts.into_iter().reduce(together));
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::beyond;

    #[test]
    fn any_order_and_any_grouping_give_the_same() {
        beyond::order_and_grouping_do_not_matter(together);
    }
}
