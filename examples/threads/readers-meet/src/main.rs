//! Two readers meet inside of one lock, and no writer comes in meanwhile.
//!
//! Run it: `cargo run -p readers-meet`

use std::sync::{Barrier, RwLock};
use std::thread;

fn main() {
    let menu = RwLock::new("soup");
    let inside = Barrier::new(2);
    thread::scope(|tavern| {
        for guest in ["Anna", "Ben"] {
            let (menu, inside) = (&menu, &inside);
            tavern.spawn(move || {
                let dish = menu.read().expect("nobody panics");
                // Nobody passes before both have come, each with the lock in hand.
                inside.wait();
                println!(
                    "{guest} reads of {dish}; may somebody write? {}",
                    menu.try_write().is_ok()
                );
                inside.wait();
            });
        }
    });
    *menu.write().expect("nobody panics") = "pie";
    println!("now there is {}", menu.read().expect("nobody panics"));
}
