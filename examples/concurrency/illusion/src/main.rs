//! One knife that takes turns: the shorter the turn, the sooner everything has begun.
//!
//! Run it: `cargo run -p illusion`, or with another last row: `cargo run -p illusion -- --turn 5 --wipe 1`

use std::collections::VecDeque;
use std::env;
use timeline::Model;

/// The second task of each run.
const CUCUMBERS: usize = 1;

/// Prepares both vegetables in turns of at most `turn` seconds. Before the knife goes to the other
/// vegetable it is wiped, which takes `wipe` seconds.
fn prepare(turn: u64, wipe: u64) -> Model {
    let mut kitchen = Model::new(&format!("turns of {turn} s, wiping {wipe} s"), "s");
    let mut waiting = VecDeque::from([("onions", 240), ("cucumbers", 240)]);
    let mut now = 0;
    while let Some((vegetable, left)) = waiting.pop_front() {
        let work = turn.min(left);
        kitchen.work("knife", vegetable, now..now + work);
        now += work;
        if left > work {
            waiting.push_back((vegetable, left - work));
        }
        if !waiting.is_empty() {
            now += wipe;
        }
    }
    kitchen
}

/// What stands after `option` on the command line.
fn seconds(option: &str) -> Option<u64> {
    let word = env::args().skip_while(|word| word != option).nth(1)?;
    Some(word.parse().expect("a number of seconds"))
}

fn main() {
    let last = (seconds("--turn").unwrap_or(20), seconds("--wipe").unwrap_or(10));
    let kitchens = [(240, 0), (120, 0), (60, 0), (60, 10), last];
    let runs = kitchens.map(|(turn, wipe)| prepare(turn, wipe).finish());
    println!("  turn   wiping   cucumbers begin   all done   switches");
    for ((turn, wipe), run) in kitchens.into_iter().zip(runs) {
        let begin = run.response(CUCUMBERS).unwrap_or(0);
        let (done, switches) = (run.makespan(), run.switches());
        println!("{turn:4} s {wipe:6} s {begin:15} s {done:8} s {switches:10}");
    }
}
