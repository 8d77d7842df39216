// Two names for one seat
//
// That a seat is free is true only as long as nobody else can book. So the guard that saw it is kept
// until the name is written, and dropped at the end of the function, or by the `?` if all are taken.
//
// Look out for the one-liner: in `if let Some(free) = seats.lock()…` the guard lives to the end of the
// block, and a second `lock` inside of it waits for ever.
//
// One can also look without booking, lock again, and look once more whether the seat is still free.
// That pays where finding a seat takes long, and it needs a loop.

use interleave::Mutex;

/// Books the first free seat; which one it is, or none if all are taken.
fn book(name: &'static str, seats: &Mutex<Vec<Option<&'static str>>>) -> Option<usize> {
    let mut seats = seats.lock();
    let free = seats.iter().position(Option::is_none)?;
    seats[free] = Some(name);
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
