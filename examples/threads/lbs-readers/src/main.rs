//! Readers and writers: many may read the menu together, and who writes it is alone.
//!
//! Run it: `cargo run -p lbs-readers`

use interleave::{Fault, Mutex, Search, Semaphore, Shared, thread};

struct Menu {
    room: Semaphore,
    readers: Mutex<u32>,
    text: Shared<&'static str>,
}

impl Menu {
    fn look(&self) -> &'static str {
        let text = self.text.load().get();
        assert!(text != "half a menu", "reads half a menu");
        text
    }
}

// ANCHOR: program
impl Menu {
    fn write(&self) {
        self.room.acquire();
        self.text.store("half a menu");
        self.text.store("pie");
        self.room.release();
    }

    /// The first reader takes the room for all of them, and the last gives it back.
    fn read(&self) -> &'static str {
        let mut readers = self.readers.lock();
        *readers += 1;
        if *readers == 1 {
            self.room.acquire(); // With the lock in hand.
        }
        readers.unlock();

        let text = self.look();

        let mut readers = self.readers.lock();
        *readers -= 1;
        if *readers == 0 {
            self.room.release();
        }
        text
    }
}
// ANCHOR_END: program

// ANCHOR: broken
impl Menu {
    /// Gives the lock back before it waits for the room.
    fn read_politely(&self) -> &'static str {
        let mut readers = self.readers.lock();
        *readers += 1;
        let first = *readers == 1;
        readers.unlock();
        if first {
            self.room.acquire();
        }

        let text = self.look();

        let mut readers = self.readers.lock();
        *readers -= 1;
        let last = *readers == 0;
        readers.unlock();
        if last {
            self.room.release();
        }
        text
    }
}
// ANCHOR_END: broken

fn evening(read: fn(&Menu) -> &'static str) -> [&'static str; 2] {
    let (room, readers) = (Semaphore::new("room", 1), Mutex::new("readers", 0));
    let menu = Menu { room, readers, text: Shared::new("menu", "soup") };
    thread::scope(|tavern| {
        tavern.spawn("cook", || menu.write());
        let guests = ["Anna", "Ben"].map(|name| tavern.spawn(name, || read(&menu)));
        guests.map(|guest| guest.join().expect("in a search, a panic ends the run"))
    })
}

fn main() -> Result<(), Fault> {
    println!("{}", Search::new("lbs-readers").explore(|| evening(Menu::read))?);
    let found = Search::new("politely").explore(|| evening(Menu::read_politely))?;
    let worst = found.outcomes().last().expect("it ends somehow");
    println!("\n{found}\n{}", found.strip(&worst.witness));
    Ok(())
}
