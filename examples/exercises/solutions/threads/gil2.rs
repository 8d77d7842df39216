// A thread that asks and waits
//
// The lock is held for each note and for nothing else: a guard without a name is dropped at the end of
// its statement. This is the first rule of the GIL. Whoever is about to wait lets go, and takes the lock
// again when there is something to execute.
//
// It has its price: after the wait the objects need not be what they were before. What was looked up
// earlier must be looked up again. So a wait is also a place where others come between.
//
// `let mut gil = …; gil.push("asks"); drop(gil);` says the same in three statements.

use interleave::{Mutex, Receiver};

/// Notes `asks`, waits for an answer, and notes it.
fn ask(objects: &Mutex<Vec<&'static str>>, answers: &Receiver<&'static str>) {
    objects.lock().push("asks");
    let answer = answers.recv().expect("somebody answers");
    objects.lock().push(answer);
}

fn main() {
    let (send, answers) = interleave::channel("answers", 1);
    send.send("salt").expect("it will be received");
    let objects = Mutex::new("objects", Vec::new());
    ask(&objects, &answers);
    println!("{:?}", *objects.lock());
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::gil;

    #[test]
    fn others_execute_while_it_waits() {
        gil::waits_without_the_lock(ask);
    }
}
