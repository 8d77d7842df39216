// Nine rows for four
//
// It belongs to the section "By hand" of the chapter "Splitting work".
//
// A picture has rows, and none of them needs another. `workers` threads shall draw them, all at once,
// and it is decided before they begin which rows are whose: no worker has two rows more than another.
// Nine rows for four workers are three rows for one of them and two for each of the others.
//
// Every row goes where it belongs, whoever draws it. There may be fewer rows than workers.

/// Draws each row: `row(y)` is what the row at place `y` looks like.
fn draw(rows: &mut [String], workers: usize, row: &(dyn Fn(usize) -> String + Sync)) {
    // TODO: One thread draws all of them.
    for part in rows.chunks_mut(rows.len().max(workers)) {
        for (y, drawn) in part.iter_mut().enumerate() {
            *drawn = row(y);
        }
    }
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
