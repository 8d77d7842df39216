//! Three tasks on an executor of a hundred lines, turn by turn, and the same on Tokio's.
//!
//! Run it: `cargo run -p mini-exec`

use mini_exec::log::Step::{Bake, Yield};
use mini_exec::log::{on_ours, on_tokio};

fn main() {
    let dishes = [
        ("soup".to_owned(), vec![Bake(30)]),
        ("bread".to_owned(), vec![Bake(10), Bake(40)]),
        ("salad".to_owned(), vec![Yield, Bake(20)]),
    ];
    let ours = on_ours(&dishes);
    ours.iter().for_each(|turn| println!("{turn}"));

    let same = if on_tokio(&dishes) == ours { "the same" } else { "another" };
    println!("Tokio's log is {same}");
}
