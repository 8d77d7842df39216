//! Six requests, of which only so many may be in progress at once.
//!
//! Run it: `cargo run -p at-most-three`

use at_most_three::limited;

fn main() {
    let requests = [300, 200, 400, 100, 300, 500];
    println!("at most   in progress   all done after");
    for limit in [1, 2, 3, 6] {
        let run = limited(&requests, limit);
        println!("{limit:7} {:13} {:13} ms", run.max_in_progress(), run.makespan());
    }
}
