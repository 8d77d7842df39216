// Tickets that speak in order
//
// The cook keeps the machine until the line is said. Taking and speaking are still two steps, but
// nobody else can take a ticket in between, so there is no other line that could come first.
//
// It has its price. While one cook speaks, the others wait for the machine, though they do not want to
// speak yet. Order is made by letting less happen at once.

use interleave::{Mutex, say};

/// A cook takes the next ticket and says which one it is.
fn cook(name: &str, machine: &Mutex<u32>) {
    let mut next = machine.lock();
    say!("{name} has ticket {}", *next);
    *next += 1;
}

fn main() {
    let machine = Mutex::new("machine", 1);
    cook("Anna", &machine);
    cook("Ben", &machine);
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::interleavings;

    #[test]
    fn every_schedule_speaks_in_order() {
        interleavings::tickets_speak_in_order(cook);
    }
}
