//! A panic ends its thread, and not the program: who joins the thread is told.
//!
//! Run it: `cargo run -p panic-thread`

use std::thread;

fn chop(onions: u32) -> u32 {
    assert!(onions <= 10, "{onions} onions are too many");
    onions * 8
}

fn main() {
    let cooks = [("Anna", thread::spawn(|| chop(3))), ("Ben", thread::spawn(|| chop(30)))];
    for (name, cook) in cooks {
        match cook.join() {
            Ok(pieces) => println!("{name}: {pieces} pieces"),
            Err(payload) => {
                let message = payload.downcast_ref::<String>();
                println!("{name}: {}", message.map_or("no words", |message| message));
            }
        }
    }
    println!("main goes on");
}
