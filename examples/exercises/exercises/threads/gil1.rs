// One more, and none lost
//
// It belongs to the section "What it does not promise" of the chapter "The GIL today".
//
// This is `number = one_more(number)`, as an interpreter executes it: three bytecodes. Each of them
// takes the global lock and lets it go again, so no two are ever executed at once.
//
// Two threads execute the statement, in every schedule. Nothing may be lost. There is a lock that the
// program has made for itself; use it. (A lock works like the one of std: `lock()` gives a guard.)

use exercises::gil::Interpreter;
use interleave::Mutex;

/// Executes `number = one_more(number)`.
fn statement(python: &Interpreter, lock: &Mutex<()>) {
    // TODO: For how long does this hold the lock?
    let _ = lock.lock();
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
