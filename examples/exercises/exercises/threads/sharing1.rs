// Two names for one seat
//
// It belongs to the section "A lock and what it protects" of the chapter "Sharing".
//
// A tavern has a plan of its seats, and the plan is in a lock. Whoever books gets the first seat that
// is free, and their name is written on it. Nobody ever touches the plan without the lock. And yet
// there are evenings on which two guests were promised the same seat.
//
// The test lets several guests book in every schedule. (`Mutex` is interleave's, as in the chapter:
// it needs no `expect`.)

use interleave::Mutex;

/// Books the first free seat; which one it is, or none if all are taken.
fn book(name: &'static str, seats: &Mutex<Vec<Option<&'static str>>>) -> Option<usize> {
    // TODO: Each line has the lock. What belongs together has not.
    let free = seats.lock().iter().position(Option::is_none)?;
    seats.lock()[free] = Some(name);
    Some(free)
}

fn main() {
    let seats = Mutex::new("seats", vec![None, None]);
    println!("Anna: {:?}, Ben: {:?}", book("Anna", &seats), book("Ben", &seats));
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::sharing;

    #[test]
    fn every_guest_has_the_seat_that_was_promised() {
        sharing::nobody_shares_a_seat(book);
    }
}
