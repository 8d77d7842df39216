// Soup in a kitchen of any size
//
// Both jobs return what they made, and `join` waits for both. A worker that waits there for a closure
// that was stolen does other jobs of the pool meanwhile, here the other half of the onions. With one
// worker nothing is stolen, and it does both, one after the other.
//
// To give `join` the two jobs the other way round would also end, with one worker too: what is waited
// for is then always begun before. But whoever waits at the channel still does nothing else, and the
// pool has one worker less.
//
// The price: only what is independent can be handed out. What needs both comes after the `join`.

/// Boils stock and chops onions, perhaps in parallel, and puts them together.
fn soup(boil: &(dyn Fn() -> String + Sync), chop: &(dyn Fn() -> String + Sync)) -> String {
    let (stock, onions) = rayon::join(boil, chop);
    format!("{stock} with {onions}")
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
