//! Two jobs of a pool. One of them waits for what the other sends.
//!
//! Run it: `cargo run -p pool-wait`

use rayon::ThreadPoolBuilder;
use std::sync::mpsc;
use std::time::Duration;

fn main() {
    for (workers, seconds) in [(2, 60), (1, 1)] {
        let pool = ThreadPoolBuilder::new().num_threads(workers).build();
        let pool = pool.expect("the system has a few threads for us");
        let (sender, receiver) = mpsc::channel();
        let (received, _) = pool.join(
            move || receiver.recv_timeout(Duration::from_secs(seconds)),
            move || sender.send("salt"),
        );
        println!("pool of {workers}: {received:?}");
    }
}
