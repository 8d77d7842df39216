//! Six naps on pools of one, two and six workers.
//!
//! Run it: `cargo run -p pool-nap`

use pool_nap::{at_least, naps};
use std::time::Duration;

const NAPS: u32 = 6;
const NAP: Duration = Duration::from_millis(100);

fn main() {
    println!("workers   at least     took");
    for workers in [1, 2, 6] {
        let run = timeline::start(format!("{NAPS} naps, workers: {workers}"));
        let took = naps(NAPS, NAP, workers);
        run.finish();
        let least = at_least(NAPS, NAP, workers);
        assert!(took >= least);
        println!("{workers:7} {:7} ms {:5} ms", least.as_millis(), took.as_millis());
    }
}
