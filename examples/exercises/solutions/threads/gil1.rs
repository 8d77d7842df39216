// One more, and none lost
//
// The guard lives until the end of the function, so the three bytecodes have the lock together. The
// global lock may still change hands between any two of them; but whoever gets it then does not get
// the program's lock, and cannot load the number.
//
// `let _ = lock.lock();` would not do: `_` is no name, and what has none is dropped at once. (`_held`
// is one.)
//
// The price: all of the statement is now one at a time, and each thread has to remember to take the
// lock, since nothing binds it to the number. In Rust, `Mutex<u32>` would.

use exercises::gil::Interpreter;
use interleave::Mutex;

/// Executes `number = one_more(number)`.
fn statement(python: &Interpreter, lock: &Mutex<()>) {
    let _held = lock.lock();
    let number = python.load_number();
    let number = python.call_one_more(number);
    python.store_number(number);
}

fn main() {
    let python = Interpreter::default();
    let lock = Mutex::new("lock", ());
    statement(&python, &lock);
    statement(&python, &lock);
    println!("number is {}", python.load_number());
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::gil;

    #[test]
    fn every_addition_counts() {
        gil::loses_nothing(statement);
    }
}
