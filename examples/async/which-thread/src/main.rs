//! On how many threads async tasks have their turns: on one, or on several.
//!
//! Run it: `cargo run -p which-thread`

use std::collections::HashSet;
use std::sync::{Barrier, mpsc};
use std::thread::current;
use tokio::sync::{Semaphore, oneshot};
use tokio::task::yield_now;

// ANCHOR: one
/// On how many threads a hundred tasks have a hundred turns each.
#[tokio::main(flavor = "current_thread")]
async fn turns() -> usize {
    let tasks = [(); 100].map(|()| {
        tokio::spawn(async {
            let mut threads = HashSet::new();
            for _ in 0..100 {
                threads.insert(current().id());
                yield_now().await;
            }
            threads
        })
    });
    let mut threads = HashSet::new();
    for task in tasks {
        threads.extend(task.await.expect("no task panics"));
    }
    threads.len()
}
// ANCHOR_END: one

// ANCHOR: two
/// Two tasks wait for each other, and neither gives its thread back meanwhile. On which are they?
#[tokio::main(worker_threads = 2)]
async fn meeting() -> usize {
    static BOTH_ARE_HERE: Barrier = Barrier::new(2);
    let tasks = [(); 2].map(|()| {
        tokio::spawn(async {
            BOTH_ARE_HERE.wait();
            current().id()
        })
    });
    let mut threads = HashSet::new();
    for task in tasks {
        threads.insert(task.await.expect("no task panics"));
    }
    threads.len()
}
// ANCHOR_END: two

// ANCHOR: moved
/// Two tasks meet on two threads, and give them back. Then a third takes one of the threads, and
/// keeps it until both have gone on. How many of them continue on another thread than before?
#[tokio::main(worker_threads = 2)]
async fn moved() -> usize {
    static BOTH_ARE_HERE: Barrier = Barrier::new(2);
    static HAVE_MET: Semaphore = Semaphore::const_new(0);
    static GO_ON: Semaphore = Semaphore::const_new(0);
    let tasks = [(); 2].map(|()| {
        tokio::spawn(async {
            BOTH_ARE_HERE.wait();
            let thread = current().id();
            HAVE_MET.add_permits(1);
            let _permit = GO_ON.acquire().await;
            current().id() != thread
        })
    });
    let _both = HAVE_MET.acquire_many(2).await;

    let (taken, is_taken) = oneshot::channel();
    let (let_go, is_let_go) = mpsc::channel::<()>();
    let keeper = tokio::spawn(async move {
        taken.send(()).expect("it is waited for");
        is_let_go.recv() // Waits without giving way, until there is nobody who could send.
    });
    is_taken.await.expect("the keeper sends it");
    GO_ON.add_permits(2);
    let mut moved = 0;
    for task in tasks {
        moved += usize::from(task.await.expect("no task panics"));
    }
    drop(let_go);
    keeper.await.expect("it does not panic").expect_err("nothing was sent");
    moved
}
// ANCHOR_END: moved

fn main() {
    println!("one thread, 100 tasks: their turns are on {}", turns());
    println!("two threads, 2 tasks that meet: they are on {}", meeting());
    println!("two threads, 2 tasks that wait: {} continues on another", moved());
}
