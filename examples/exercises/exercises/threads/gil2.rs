// A thread that asks and waits
//
// It belongs to the section "A lock around an interpreter" of the chapter "The GIL today".
//
// All objects of a program are behind the global lock; here they are a list of lines. A thread may
// only touch them while it holds the lock. This one notes that it asks, waits for an answer, and notes
// the answer. It is another thread of the program that answers, and it needs the objects too.
//
// In every schedule all that is noted must be there in the end. And while this thread waits, the
// other must be able to execute.

use interleave::{Mutex, Receiver};

/// Notes `asks`, waits for an answer, and notes it.
fn ask(objects: &Mutex<Vec<&'static str>>, answers: &Receiver<&'static str>) {
    let mut gil = objects.lock();
    gil.push("asks");
    // TODO: Who can execute a bytecode while this waits?
    let answer = answers.recv().expect("somebody answers");
    gil.push(answer);
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
