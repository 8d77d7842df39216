// Soup in a kitchen of any size
//
// It belongs to the section "A job that waits for a job" of the chapter "Scheduling parallel work".
//
// Soup is stock with onions. The stock is boiled, the onions are chopped, and neither needs the other.
// The program below makes both in a pool of workers. With two workers there is soup. With one there
// never is; and even with two, one stands about while there would be onions to chop: `chop` can be
// shared between workers.
//
// Make soup in a pool of any size, in which nobody waits while there is something to do.

use std::sync::mpsc;

/// Boils stock and chops onions, perhaps in parallel, and puts them together.
fn soup(boil: &(dyn Fn() -> String + Sync), chop: &(dyn Fn() -> String + Sync)) -> String {
    let (send, bowl) = mpsc::channel();
    // TODO: What does the worker do that waits for the bowl?
    let boil_and_wait = move || {
        let stock = boil();
        let onions: String = bowl.recv().expect("somebody chops");
        format!("{stock} with {onions}")
    };
    let (soup, ()) = rayon::join(boil_and_wait, move || send.send(chop()).expect("somebody waits"));
    soup
}

fn main() {
    // From here, the jobs go to a pool that has as many workers as there are cores.
    println!("It has begun, and we see: {}", soup(&|| "stock".into(), &|| "onions".into()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::scheduling;

    #[test]
    fn nobody_waits_while_there_is_something_to_do() {
        scheduling::makes_soup(soup);
    }
}
