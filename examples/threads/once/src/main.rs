//! Something that four threads need, and that must be made only once.
//!
//! Run it: `cargo run -p once`

use std::sync::{LazyLock, OnceLock};
use std::thread;

static MENU: LazyLock<Vec<&str>> = LazyLock::new(|| {
    println!("writing the menu");
    vec!["soup", "salad", "pie"]
});

fn main() {
    println!("the guests come");
    let special = OnceLock::new();
    let (dishes, first) = thread::scope(|tavern| {
        let guests = [0, 1, 2, 3].map(|number| {
            let special = &special;
            tavern.spawn(move || (MENU.len(), special.set(number).is_ok()))
        });
        let told = guests.map(|guest| guest.join().expect("no guest panics"));
        (told.map(|(dishes, _)| dishes), told.iter().filter(|(_, first)| *first).count())
    });
    println!("the guests read of so many dishes: {dishes:?}");
    println!("guests who chose the special: {first}");
}
