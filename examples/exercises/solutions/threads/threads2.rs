// What became of each cook
//
// `join` has a `Result` already. An `Ok` stays as it is, and an `Err` is turned into words. So a failure
// is a value like the others, in its place of the list, and whoever gets the list decides what it means.
//
// The price: nobody must decide. Who ignores an `Err` here goes on with pieces that are not there, and
// perhaps with data that the cook left half done. To panic, as the exercise did, is at times the better
// answer; the scope would do so by itself for a cook whom nobody joins.
//
// Another way is `catch_unwind` within each thread. Then the thread does not fail, and what it returns
// is the result. In Go it is the only way: `recover`, in the goroutine.

use std::any::Any;
use std::thread;

/// What each cook makes of his onions, all of them at once.
fn chop_all(onions: &[u32], chop: &(dyn Fn(u32) -> u32 + Sync)) -> Vec<Result<u32, String>> {
    thread::scope(|scope| {
        let start = |&onions: &u32| scope.spawn(move || chop(onions));
        let cooks: Vec<_> = onions.iter().map(start).collect();
        cooks.into_iter().map(|cook| cook.join().map_err(|payload| words(&*payload))).collect()
    })
}

/// What a panic said.
fn words(payload: &(dyn Any + Send)) -> String {
    let put_together = payload.downcast_ref::<String>().map(String::as_str);
    let written_down = payload.downcast_ref::<&str>().copied();
    put_together.or(written_down).unwrap_or("no words").to_owned()
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
