// The line that arrived first
//
// The first line is the one with the least number, whenever it arrives. The least of some numbers is the
// same in any order and in any grouping, as their sum is. So nobody has to wait for anybody's turn.
//
// What has no such rule has to be put in order first: keep all line numbers, and sort them at the end.
// That is right, too, and everything has to be carried to one place.

use exercises::beyond::Entry;

/// What both know together.
fn together(a: Entry, b: Entry) -> Entry {
    Entry { count: a.count + b.count, first: a.first.min(b.first) }
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
