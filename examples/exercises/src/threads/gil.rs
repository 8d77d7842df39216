//! Checks of the exercises for *The GIL today*, and the interpreter and the lock that they are about.

use interleave::{Mutex, Receiver, Shared, channel, say, thread, until};

use crate::grade::{Found, every_schedule};

/// As much of an interpreter as it takes to count: a number that threads share, behind a global lock.
#[derive(Debug)]
pub struct Interpreter {
    gil: Mutex<u32>,
}

impl Default for Interpreter {
    fn default() -> Interpreter {
        Interpreter { gil: Mutex::new("number", 0) }
    }
}

impl Interpreter {
    /// A bytecode: what the number is.
    #[track_caller]
    pub fn load_number(&self) -> u32 {
        *self.gil.lock()
    }

    /// A bytecode: calls a function that gives one more. At its beginning the lock may change hands.
    #[track_caller]
    pub fn call_one_more(&self, number: u32) -> u32 {
        let _gil = self.gil.lock();
        number + 1
    }

    /// A bytecode: makes this the number.
    #[track_caller]
    pub fn store_number(&self, number: u32) {
        *self.gil.lock() = number;
    }
}

/// In every schedule each of two or three threads adds one, and none is lost.
///
/// # Panics
///
/// With a schedule that loses one.
#[track_caller]
pub fn loses_nothing(statement: fn(&Interpreter, &Mutex<()>)) {
    for threads in 1..=3 {
        let program = every_schedule("one more", move || {
            let (python, lock) = (Interpreter::default(), Mutex::new("lock", ()));
            thread::scope(|scope| {
                for name in &["Anna", "Ben", "Cleo"][..threads] {
                    scope.spawn(name, || statement(&python, &lock));
                }
            });
            python.load_number()
        });
        let claim = format!("{threads} threads have each added one, so the number is {threads}");
        program.always(&claim, |end| end.result as usize == threads);
    }
}

/// Objects behind a global lock, and answers to wait for.
pub type Ask = fn(&Mutex<Vec<&'static str>>, &Receiver<&'static str>);

/// In every schedule nothing that was noted is lost, and there are schedules in which another thread
/// executes before this one and while it waits.
///
/// # Panics
///
/// With a schedule in which something is lost or everybody waits, or with all that there is.
#[track_caller]
pub fn waits_without_the_lock(ask: Ask) {
    let program = every_schedule("ask and wait", move || {
        let (send, answers) = channel("answers", 1);
        let objects = Mutex::new("objects", Vec::new());
        thread::scope(|scope| {
            scope.spawn("Anna", || ask(&objects, &answers));
            scope.spawn("Ben", || {
                objects.lock().push("answers");
                send.send("salt").expect("Anna waits for it");
            });
        });
        objects.lock().clone()
    });
    let claim =
        "`asks`, `answers` and `salt` have been noted, and nothing else; `salt` is the last";
    program.always(claim, |end| {
        let mut noted = end.result.clone();
        let last = noted.pop();
        noted.sort_unstable();
        noted == ["answers", "asks"] && last == Some("salt")
    });
    let claim = "Ben notes something while Anna waits for his answer";
    program.sometimes(claim, |end| end.result == ["asks", "answers", "salt"]);
    let claim = "Ben can also come first";
    program.sometimes(claim, |end| end.result == ["answers", "asks", "salt"]);
}

/// A global lock, as two facts.
#[derive(Debug)]
pub struct Gil {
    /// Somebody has it.
    pub held: Shared<bool>,
    /// Somebody who waits for it wants it.
    pub asked: Shared<bool>,
}

impl Default for Gil {
    fn default() -> Gil {
        Gil { held: Shared::new("held", false), asked: Shared::new("asked", false) }
    }
}

impl Gil {
    /// Waits until nobody has the lock, and takes it. Then nobody asks for it any more.
    #[track_caller]
    pub fn take(&self) {
        until(|| self.held.compare_exchange(false, true).ok());
        self.asked.store(false);
    }

    /// Lets go.
    #[track_caller]
    pub fn release(&self) {
        self.held.store(false);
    }
}

/// In every schedule, who has asked executes before the one who holds the lock has executed twice more;
/// no two ever execute at once, and all is executed.
///
/// # Panics
///
/// With a schedule in which it is not so.
#[track_caller]
pub fn hands_over(hand_over_if_asked: fn(&Gil)) {
    for bytecodes in 1..=3 {
        let program = interpreted(hand_over_if_asked, bytecodes, true);
        let case = format!("Anna has {bytecodes} bytecodes, and Ben has 1");
        let claim = format!("{case}: no bytecode begins while another is executed");
        program.always(&claim, |end| !end.said.iter().any(|line| line.contains("while")));
        let claim = format!("{case}: each is executed once");
        let executed = |said: &[String], name: &str| {
            said.iter().filter(|line| line.strip_suffix(" executes") == Some(name)).count()
        };
        program.always(&claim, |end| {
            executed(&end.said, "Anna") == bytecodes && executed(&end.said, "Ben") == 1
        });
        let claim =
            format!("{case}: once Ben has asked, Anna executes at most one before it is his turn");
        program.always(&claim, |end| {
            let place = |wanted| end.said.iter().position(|line| line == wanted);
            let (asked, turn) = (place("Ben has asked"), place("Ben executes"));
            asked
                .zip(turn)
                .is_some_and(|(asked, turn)| executed(&end.said[asked..turn], "Anna") <= 1)
        });
    }
}

/// In every schedule who is alone executes all, without waiting for anybody.
///
/// # Panics
///
/// With a schedule in which it does not.
#[track_caller]
pub fn goes_on_alone(hand_over_if_asked: fn(&Gil)) {
    let program = interpreted(hand_over_if_asked, 2, false);
    program.always("Anna is alone and executes 2 bytecodes", |end| {
        end.said == ["Anna executes", "Anna executes"]
    });
}

/// Anna holds the lock and executes bytecodes; Ben asks for it and executes one.
#[track_caller]
fn interpreted(hand_over_if_asked: fn(&Gil), bytecodes: usize, with_ben: bool) -> Found<()> {
    every_schedule("two threads and a GIL", move || {
        let (gil, within) = (Gil::default(), Shared::new("within", 0));
        let bytecode = |name: &str| {
            if within.update(|within| within + 1) > 0 {
                say!("{name} begins while another executes");
            }
            say!("{name} executes");
            let _before = within.update(|within| within - 1);
        };
        gil.take();
        thread::scope(|scope| {
            scope.spawn("Anna", || {
                for _ in 0..bytecodes {
                    hand_over_if_asked(&gil);
                    bytecode("Anna");
                }
                gil.release();
            });
            if with_ben {
                scope.spawn("Ben", || {
                    gil.asked.store(true);
                    say!("Ben has asked");
                    gil.take();
                    bytecode("Ben");
                    gil.release();
                });
            }
        });
    })
}
