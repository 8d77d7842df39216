// Tickets that speak in order
//
// It belongs to the section "The order of the output" of the chapter "Interleavings".
//
// Each cook takes a ticket from the machine and then says so. In the chapter, ticket 2 can speak
// before ticket 1. Here that must not be: the lines come in the order of the tickets, in every
// schedule. Who gets which ticket stays open.
//
// The machine is in a lock, which works like the one of std: `lock()` waits until nobody else holds
// it, and gives a guard; when the guard is dropped, the lock is free again.

use interleave::{Mutex, say};

/// A cook takes the next ticket and says which one it is.
fn cook(name: &str, machine: &Mutex<u32>) {
    let ticket = take(machine);
    // TODO: When this cook comes to speak, others may have taken tickets and spoken.
    say!("{name} has ticket {ticket}");
}

/// The next ticket.
fn take(machine: &Mutex<u32>) -> u32 {
    let mut next = machine.lock();
    let ticket = *next;
    *next += 1;
    ticket
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
