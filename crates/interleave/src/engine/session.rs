//! Where the program's side meets the search's: what a thread of the program tells, and asks.
//!
//! A search runs on one operating-system thread, with shuttle's tasks as the program's threads, so
//! what they share stands in one thread-local place. A thread that finds it empty runs for real.

use std::any::TypeId;
use std::cell::{Cell, RefCell};
use std::panic::resume_unwind;
use std::rc::Rc;

use super::learned::{Datum, Does, Learned, Slot, Step};
use super::run::{Past, Run};

#[derive(Default)]
pub(crate) struct Session {
    pub(crate) learned: Learned,
    pub(crate) run: Run,
    /// Tells one run from another, so that nothing is carried over.
    pub(crate) number: u64,
}

thread_local! {
    static SESSION: RefCell<Option<Session>> = const { RefCell::new(None) };
    static SEARCHING: Cell<bool> = const { Cell::new(false) };
}

/// With this, a thread of a run that is over leaves it.
pub(crate) struct Abandoned;

/// Opens the session of this operating-system thread, which is a search's own.
pub(crate) fn open(session: Session) {
    SESSION.with_borrow_mut(|place| *place = Some(session));
    SEARCHING.set(true);
}

pub(crate) fn close() -> Option<Session> {
    SEARCHING.set(false);
    SESSION.with_borrow_mut(Option::take)
}

/// Whether this thread belongs to a search.
pub(crate) fn is_open() -> bool {
    SEARCHING.try_with(Cell::get).unwrap_or(false)
}

/// # Panics
///
/// Within a step: a step's own closure may use no shared object.
pub(crate) fn with<R>(act: impl FnOnce(&mut Session) -> R) -> R {
    SESSION.with(|place| {
        let mut place = place.try_borrow_mut().unwrap_or_else(|_| {
            panic!("a step is indivisible: its closure may not use shared objects or values")
        });
        act(place.as_mut().expect("only a thread of a search asks"))
    })
}

fn with_run<R>(act: impl FnOnce(&mut Run, &mut Learned) -> R) -> R {
    with(|session| act(&mut session.run, &mut session.learned))
}

/// The number of the run that is under way.
pub(crate) fn number() -> u64 {
    with(|session| session.number)
}

/// Whether the run is over, so that destructors need tell nothing more.
pub(crate) fn is_over() -> bool {
    SESSION.with(|place| match place.try_borrow() {
        Ok(place) => place.as_ref().is_none_or(|session| session.run.over),
        Err(_) => true,
    }) || std::thread::panicking()
}

fn leave() -> ! {
    resume_unwind(Box::new(Abandoned))
}

/// Gives the word to the driver until this thread is carried on.
fn wait() {
    shuttle::thread::yield_now();
    if is_over() {
        leave();
    }
}

/// Announces what this thread does next, and waits for its turn.
fn announce(does: Does) {
    if is_over() {
        leave();
    }
    with_run(|run, learned| run.announce(learned, does));
    wait();
}

fn settled(what: &str) {
    if with_run(|run, _| run.me().trying > 0) {
        panic!("`until` tries again and again, so nothing in it may {what}");
    }
}

pub(crate) fn object(name: &str, kind: TypeId, datum: Rc<dyn Datum>) -> Slot {
    settled("make a shared object");
    with_run(|run, learned| run.make(learned, name, kind, datum))
}

pub(crate) fn spawn(name: &str) -> Slot {
    settled("spawn a thread");
    with_run(|run, learned| run.spawn(learned, name))
}

/// Takes a step; its result.
pub(crate) fn step(step: Step) -> Rc<dyn Datum> {
    announce(Does::Step(step));
    with_run(|run, _| run.me().result.take()).expect("a step has a result")
}

/// Waits for threads to finish, at once if they have.
pub(crate) fn join(threads: Vec<Slot>) {
    announce(Does::Join(threads));
}

/// The current thread's name, by which values tell who holds what.
pub(crate) fn name() -> String {
    with(|session| {
        let slot = session.run.me().slot;
        session.learned.slots[slot as usize].name.clone()
    })
}

/// The main thread returned: one more step, since threads that are alive then end with it.
pub(crate) fn returned(result: String) {
    let attempt = Rc::new(|_: &[Rc<dyn Datum>]| {
        let none: Rc<dyn Datum> = Rc::new(());
        Some((Vec::new(), none))
    });
    announce(Does::Step(Step { objects: Vec::new(), what: "return", at: None, attempt }));
    finished(Some(result), false);
}

/// This thread has finished. If `tells`, who joins it may depend on whatever it has looked into.
pub(crate) fn finished(result: Option<String>, tells: bool) {
    if is_over() {
        leave();
    }
    with_run(|run, learned| {
        run.forget(learned, tells);
        if let Some(result) = &result {
            run.looked(learned, result.clone());
        }
        let history = run.me().past.history();
        run.announce(learned, Does::Finished(result.unwrap_or_default(), history));
    });
}

/// This thread has panicked, and that ends the run.
pub(crate) fn panicked(message: String) {
    with_run(|run, learned| {
        if !run.over {
            run.announce(learned, Does::Panicked(message));
        }
    });
}

/// Lets the threads that borrow from this one be unwound first.
pub(crate) fn last() -> ! {
    shuttle::thread::yield_now();
    leave()
}

pub(crate) fn new_scope() -> usize {
    with_run(|run, _| {
        run.scopes.push(Vec::new());
        run.scopes.len() - 1
    })
}

/// Waits until every thread of a scope has finished, those spawned meanwhile included.
pub(crate) fn end_scope(scope: usize) {
    let mut joined = 0;
    loop {
        let threads = with_run(|run, _| run.scopes[scope].clone());
        if threads.len() == joined {
            return;
        }
        joined = threads.len();
        join(threads);
    }
}

pub(crate) fn enter_scope(scope: usize, thread: Slot) {
    with_run(|run, _| run.scopes[scope].push(thread));
}

/// Where a value was born: its run, its thread, and its number there.
pub(crate) type Born = (u64, Slot, u32);

pub(crate) fn bear(text: String) -> Born {
    with(|session| {
        let id = session.run.bear(text);
        (session.number, session.run.me().slot, id)
    })
}

pub(crate) fn bury((number, thread, id): Born) {
    if !is_over() {
        with(|session| {
            if session.number == number && session.run.me().slot == thread {
                session.run.bury(id);
            }
        });
    }
}

/// The current thread looks into a value. What other threads handed to it, it knew from the start.
pub(crate) fn look((number, thread, id): Born) {
    with(|session| {
        if session.number == number && session.run.me().slot == thread && !session.run.over {
            session.run.look(&mut session.learned, id);
        }
    });
}

pub(crate) fn looked(text: String) {
    with_run(|run, learned| run.looked(learned, text));
}

/// The beginning of a try.
pub(crate) fn begin() -> Past {
    with_run(|run, _| {
        run.me().trying += 1;
        run.me().past.clone()
    })
}

/// A try has failed: nothing of it is left in this thread. Or it has not.
pub(crate) fn end(failed: Option<Past>) {
    with_run(|run, _| {
        run.me().trying -= 1;
        if let Some(past) = failed {
            run.me().past = past;
        }
    });
}
