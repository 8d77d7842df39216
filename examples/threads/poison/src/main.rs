//! A thread panics in the middle of a payment, and the lock remembers it.
//!
//! Run it: `cargo run -p poison`

use std::sync::Mutex;
use std::thread;

fn main() {
    let accounts = Mutex::new([100, 0]);

    let paid = thread::scope(|bank| {
        let payment = bank.spawn(|| {
            let mut accounts = accounts.lock().expect("nobody has panicked yet");
            accounts[0] -= 30;
            panic!("the line was cut");
        });
        payment.join().is_ok()
    });
    println!("paid: {paid}");

    match accounts.lock() {
        Ok(accounts) => println!("all is well: {accounts:?}"),
        Err(poisoned) => println!("poisoned: {:?}", poisoned.into_inner()),
    }
}
