//! A hundred tasks on one thread add one to the same number, with an `await` between reading it and
//! writing it.
//!
//! Run it: `cargo run -p across-await`

use std::cell::Cell;
use tokio::task::{LocalSet, yield_now};

thread_local!(static COUNT: Cell<u32> = const { Cell::new(0) });

// ANCHOR: tasks
async fn in_one_turn() {
    COUNT.set(COUNT.get() + 1);
    yield_now().await;
}

async fn across_an_await() {
    let count = COUNT.get();
    yield_now().await;
    COUNT.set(count + 1);
}
// ANCHOR_END: tasks

#[tokio::main(flavor = "current_thread")]
async fn count<F: Future<Output = ()> + 'static>(task: fn() -> F) -> u32 {
    COUNT.set(0);
    let tasks = LocalSet::new();
    (0..100).for_each(|_| drop(tasks.spawn_local(task())));
    tasks.await;
    COUNT.get()
}

fn main() {
    println!("100 tasks add one in one turn:    {:3}", count(in_one_turn));
    println!("100 tasks add one across an await: {:2}", count(across_an_await));
}
