//! What looks right in *Splitting work*, and is not.

use std::sync::Mutex;
use std::thread;

use super::caught;

mod splitting1 {
    use super::{Mutex, caught, thread};
    use crate::splitting::counts_parts_at_once;

    #[test]
    fn starts_a_thread_when_the_one_before_has_ended() {
        fn words(parts: &[&str], count: &(dyn Fn(&str) -> usize + Sync)) -> usize {
            thread::scope(|scope| {
                let threads = parts.iter().map(|part| scope.spawn(move || count(part)));
                threads.map(|thread| thread.join().expect("counting does not panic")).sum()
            })
        }
        caught("three parts are counted at once.\n\ntasks in progress at once: 1", || {
            counts_parts_at_once(words);
        });
    }

    #[test]
    fn joins_at_once() {
        fn words(parts: &[&str], count: &(dyn Fn(&str) -> usize + Sync)) -> usize {
            let mut sum = 0;
            thread::scope(|scope| {
                for part in parts {
                    sum += scope.spawn(move || count(part)).join().expect("it does not panic");
                }
            });
            sum
        }
        caught("three parts are counted at once.\n\ntasks in progress at once: 1", || {
            counts_parts_at_once(words);
        });
    }

    #[test]
    fn counts_under_a_lock() {
        fn words(parts: &[&str], count: &(dyn Fn(&str) -> usize + Sync)) -> usize {
            let sum = Mutex::new(0);
            thread::scope(|scope| {
                for part in parts {
                    scope.spawn(|| {
                        let mut sum = sum.lock().expect("nobody panics with it");
                        *sum += count(part);
                    });
                }
            });
            sum.into_inner().expect("nobody panicked with it")
        }
        caught("three parts are counted at once.\n\ntasks in progress at once: 1", || {
            counts_parts_at_once(words);
        });
    }

    #[test]
    fn leaves_the_first_part_out() {
        fn words(parts: &[&str], count: &(dyn Fn(&str) -> usize + Sync)) -> usize {
            thread::scope(|scope| {
                let threads: Vec<_> =
                    parts.iter().map(|part| scope.spawn(move || count(part))).collect();
                let counts = threads.into_iter().skip(1).map(|thread| thread.join());
                counts.map(|count| count.expect("counting does not panic")).sum()
            })
        }
        caught("Yours says 4 together.", || counts_parts_at_once(words));
    }
}

mod splitting2 {
    use super::{caught, thread};
    use crate::splitting::{parts_are_for_whoever_is_free, splits_in_halves};

    #[test]
    fn one_piece_after_the_other() {
        fn sum(numbers: &[u64], cut_off: usize, in_one_go: &(dyn Fn(&[u64]) -> u64 + Sync)) -> u64 {
            if numbers.len() <= cut_off {
                return in_one_go(numbers);
            }
            let (piece, rest) = numbers.split_at(cut_off);
            in_one_go(piece) + sum(rest, cut_off, in_one_go)
        }
        caught("[4] is too small. Halves of what exceeds 3 have 2 numbers or more.", || {
            splits_in_halves(sum);
        });
        caught("with four workers, four parts are in progress at once", || {
            parts_are_for_whoever_is_free(sum);
        });
    }

    #[test]
    fn one_half_after_the_other() {
        fn sum(numbers: &[u64], cut_off: usize, in_one_go: &(dyn Fn(&[u64]) -> u64 + Sync)) -> u64 {
            if numbers.len() <= cut_off {
                return in_one_go(numbers);
            }
            let (left, right) = numbers.split_at(numbers.len() / 2);
            sum(left, cut_off, in_one_go) + sum(right, cut_off, in_one_go)
        }
        splits_in_halves(sum);
        caught("with four workers, four parts are in progress at once", || {
            parts_are_for_whoever_is_free(sum);
        });
    }

    #[test]
    fn joins_only_once() {
        fn sum(numbers: &[u64], cut_off: usize, in_one_go: &(dyn Fn(&[u64]) -> u64 + Sync)) -> u64 {
            let pieces = |numbers: &[u64]| numbers.chunks(cut_off).map(in_one_go).sum::<u64>();
            let (left, right) = numbers.split_at(numbers.len() / 2);
            let (left, right) = rayon::join(|| pieces(left), || pieces(right));
            left + right
        }
        caught("tasks in progress at once: 2, not 4", || parts_are_for_whoever_is_free(sum));
    }

    #[test]
    fn splits_down_to_single_numbers() {
        fn sum(numbers: &[u64], _: usize, in_one_go: &(dyn Fn(&[u64]) -> u64 + Sync)) -> u64 {
            if numbers.len() == 1 {
                return in_one_go(numbers);
            }
            let (left, right) = numbers.split_at(numbers.len() / 2);
            let (left, right) =
                rayon::join(|| sum(left, 1, in_one_go), || sum(right, 1, in_one_go));
            left + right
        }
        caught("[1] is too small. Halves of what exceeds 3", || splits_in_halves(sum));
    }

    #[test]
    fn leaves_out_the_one_in_the_middle() {
        fn sum(numbers: &[u64], cut_off: usize, in_one_go: &(dyn Fn(&[u64]) -> u64 + Sync)) -> u64 {
            if numbers.len() <= cut_off {
                return in_one_go(numbers);
            }
            let middle = numbers.len() / 2;
            let (left, right) = (&numbers[..middle], &numbers[middle + 1..]);
            let (left, right) =
                rayon::join(|| sum(left, cut_off, in_one_go), || sum(right, cut_off, in_one_go));
            left + right
        }
        caught("Each number must be in exactly one part.", || splits_in_halves(sum));
    }

    #[test]
    fn stops_splitting_too_early() {
        fn sum(numbers: &[u64], cut_off: usize, in_one_go: &(dyn Fn(&[u64]) -> u64 + Sync)) -> u64 {
            if numbers.len() / 2 < cut_off {
                return in_one_go(numbers);
            }
            let (left, right) = numbers.split_at(numbers.len() / 2);
            let (left, right) =
                rayon::join(|| sum(left, cut_off, in_one_go), || sum(right, cut_off, in_one_go));
            left + right
        }
        caught("[1, 2, 3] exceeds the cut-off.", || splits_in_halves(sum));
    }

    #[test]
    fn starts_a_thread_for_each_half() {
        fn sum(numbers: &[u64], cut_off: usize, in_one_go: &(dyn Fn(&[u64]) -> u64 + Sync)) -> u64 {
            if numbers.len() <= cut_off {
                return in_one_go(numbers);
            }
            let (left, right) = numbers.split_at(numbers.len() / 2);
            thread::scope(|scope| {
                let left = scope.spawn(|| sum(left, cut_off, in_one_go));
                sum(right, cut_off, in_one_go) + left.join().expect("adding does not panic")
            })
        }
        caught("no thread is started for one", || parts_are_for_whoever_is_free(sum));
    }
}

mod splitting3 {
    use super::{Mutex, caught, thread};
    use crate::splitting::{rows_are_drawn, rows_are_shared_evenly, workers_draw_at_once};

    #[test]
    fn one_thread_draws_all() {
        fn draw(rows: &mut [String], workers: usize, row: &(dyn Fn(usize) -> String + Sync)) {
            for part in rows.chunks_mut(rows.len().max(workers)) {
                for (y, drawn) in part.iter_mut().enumerate() {
                    *drawn = row(y);
                }
            }
        }
        rows_are_drawn(draw);
        caught("2 rows, 2 workers: nobody has two rows more than another", || {
            rows_are_shared_evenly(draw);
        });
        caught("four workers draw at once", || workers_draw_at_once(draw));
    }

    #[test]
    fn each_part_begins_at_row_0() {
        fn draw(rows: &mut [String], workers: usize, row: &(dyn Fn(usize) -> String + Sync)) {
            let part = rows.len().div_ceil(workers).max(1);
            thread::scope(|scope| {
                for part in rows.chunks_mut(part) {
                    scope.spawn(move || {
                        for (y, drawn) in part.iter_mut().enumerate() {
                            *drawn = row(y);
                        }
                    });
                }
            });
        }
        caught(r#"Yours has ["row 0", "row 0"]"#, || rows_are_drawn(draw));
    }

    #[test]
    fn a_part_of_one_size_for_all() {
        fn draw(rows: &mut [String], workers: usize, row: &(dyn Fn(usize) -> String + Sync)) {
            let size = rows.len().div_ceil(workers).max(1);
            thread::scope(|scope| {
                for (part, rows) in rows.chunks_mut(size).enumerate() {
                    scope.spawn(move || {
                        for (y, drawn) in rows.iter_mut().enumerate() {
                            *drawn = row(part * size + y);
                        }
                    });
                }
            });
        }
        rows_are_drawn(draw);
        caught("the threads draw [2, 1, 1] rows. Yours draw [2, 2].", || {
            rows_are_shared_evenly(draw);
        });
        caught("tasks in progress at once: 3, not 4", || workers_draw_at_once(draw));
    }

    #[test]
    fn the_last_one_has_what_is_left() {
        fn draw(rows: &mut [String], workers: usize, row: &(dyn Fn(usize) -> String + Sync)) {
            let count = rows.len();
            thread::scope(|scope| {
                let mut rest = rows;
                for worker in 0..workers {
                    let size = if worker + 1 == workers { rest.len() } else { count / workers };
                    let (part, others) = rest.split_at_mut(size);
                    let first = worker * (count / workers);
                    scope.spawn(move || {
                        for (y, drawn) in part.iter_mut().enumerate() {
                            *drawn = row(first + y);
                        }
                    });
                    rest = others;
                }
            });
        }
        caught("the threads draw [1, 1] rows. Yours draw [2].", || rows_are_shared_evenly(draw));
    }

    #[test]
    fn rows_that_do_not_divide_are_forgotten() {
        fn draw(rows: &mut [String], workers: usize, row: &(dyn Fn(usize) -> String + Sync)) {
            let size = (rows.len() / workers).max(1);
            thread::scope(|scope| {
                for (worker, rows) in rows.chunks_mut(size).take(workers).enumerate() {
                    scope.spawn(move || {
                        for (y, drawn) in rows.iter_mut().enumerate() {
                            *drawn = row(worker * size + y);
                        }
                    });
                }
            });
        }
        caught(r#"Yours has ["row 0", "row 1", "(not drawn)"]"#, || rows_are_drawn(draw));
    }

    #[test]
    fn a_lock_around_the_rows() {
        fn draw(rows: &mut [String], workers: usize, row: &(dyn Fn(usize) -> String + Sync)) {
            let (count, rows) = (rows.len(), Mutex::new(rows));
            thread::scope(|scope| {
                for worker in 0..workers {
                    let rows = &rows;
                    scope.spawn(move || {
                        for y in (worker..count).step_by(workers) {
                            let mut rows = rows.lock().expect("nobody panics with it");
                            rows[y] = row(y);
                        }
                    });
                }
            });
        }
        rows_are_drawn(draw);
        rows_are_shared_evenly(draw);
        caught("tasks in progress at once: 1, not 4", || workers_draw_at_once(draw));
    }

    #[test]
    fn a_thread_for_each_row() {
        fn draw(rows: &mut [String], _: usize, row: &(dyn Fn(usize) -> String + Sync)) {
            thread::scope(|scope| {
                for (y, drawn) in rows.iter_mut().enumerate() {
                    scope.spawn(move || *drawn = row(y));
                }
            });
        }
        caught("the threads draw [2] rows. Yours draw [1, 1].", || rows_are_shared_evenly(draw));
    }
}
