// Nine rows for four
//
// Each worker in turn gets its share of what is *left*: the rows that are left, divided by the workers
// that are left, rounded up. So what does not divide goes to the first ones, one row each.
// `chunks_mut` with one size for all cannot do that: parts of three make nine rows the work of three
// workers, and parts of two leave one row over.
//
// `split_at_mut` gives two parts that do not overlap. That is all that the compiler needs to let two
// threads write at once; a lock around the rows would make the workers take turns.
//
// Another way is to deal the rows out like cards, row `y` to worker `y % workers`. Neighbours often
// cost alike, and then the costs are dealt out evenly too.

use std::thread;

/// Draws each row: `row(y)` is what the row at place `y` looks like.
fn draw(rows: &mut [String], workers: usize, row: &(dyn Fn(usize) -> String + Sync)) {
    thread::scope(|scope| {
        let (mut first, mut rest) = (0, rows);
        for workers_left in (1..=workers).rev() {
            let (part, others) = rest.split_at_mut(rest.len().div_ceil(workers_left));
            let next = first + part.len();
            scope.spawn(move || {
                for (y, drawn) in (first..).zip(part) {
                    *drawn = row(y);
                }
            });
            (first, rest) = (next, others);
        }
    });
}

fn main() {
    let mut rows = vec![String::new(); 9];
    draw(&mut rows, 4, &|y| "#".repeat(10 - y.abs_diff(4) * 2));
    println!("{}", rows.join("\n"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::splitting;

    #[test]
    fn every_row_is_where_it_belongs() {
        splitting::rows_are_drawn(draw);
    }

    #[test]
    fn nobody_has_two_rows_more_than_another() {
        splitting::rows_are_shared_evenly(draw);
    }

    #[test]
    fn all_workers_draw_at_once() {
        splitting::workers_draw_at_once(draw);
    }
}
