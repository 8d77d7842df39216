//! What the threads were seen to do: an automaton each, and the tables that its parts are named by.
//!
//! Everything is interned, so that exploring handles small numbers alone: a *slot* is a thread or a
//! shared object, a *value* an object's value (two are the same if their `Debug` text is), a *local*
//! a thread's local state, a *history* what a thread has looked into so far.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::fmt::Debug;
use std::panic::Location;
use std::rc::Rc;

pub(crate) type Slot = u32;
pub(crate) type ValueId = u32;
pub(crate) type LocalId = u32;
pub(crate) type History = u32;

/// The object that [`say!`](crate::say) writes to.
pub(crate) const OUTPUT: Slot = 0;
/// The thread that the search starts with.
pub(crate) const MAIN: Slot = 1;
/// In the place of a thread or an object that is not there yet.
pub(crate) const ABSENT: u32 = u32::MAX;

/// A value whose type has been forgotten.
pub(crate) trait Datum: Any {
    fn text(&self) -> String;
}

impl<T: Debug + Any> Datum for T {
    fn text(&self) -> String {
        format!("{self:?}")
    }
}

/// What a step makes of the values of its objects: the values after it, and its result.
pub(crate) type Done = (Vec<Rc<dyn Datum>>, Rc<dyn Datum>);
/// A step, applied to the values of its objects; `None` where it has to wait.
pub(crate) type Attempt = Rc<dyn Fn(&[Rc<dyn Datum>]) -> Option<Done>>;

/// A step that a thread is about to take.
#[derive(Clone)]
pub(crate) struct Step {
    pub(crate) objects: Vec<Slot>,
    pub(crate) what: &'static str,
    /// The line of the program; the program's own end has none.
    pub(crate) at: Option<&'static Location<'static>>,
    pub(crate) attempt: Attempt,
}

/// What a thread is about to do in a local state.
#[derive(Clone)]
pub(crate) enum Does {
    /// It has been spawned and has not run yet.
    Start,
    Step(Step),
    /// It waits until these threads have finished.
    Join(Vec<Slot>),
    /// What it returned, where that is the program's result.
    Finished(String, History),
    Panicked(String),
}

impl Does {
    /// Whether a thread that was expected to do `self` did as expected.
    fn agrees(&self, seen: &Does) -> bool {
        match (self, seen) {
            (Does::Start, Does::Start) => true,
            (Does::Step(a), Does::Step(b)) => {
                a.objects == b.objects && a.what == b.what && a.at == b.at
            }
            (Does::Join(a), Does::Join(b)) => a == b,
            (Does::Finished(a, b), Does::Finished(c, d)) => a == c && b == d,
            (Does::Panicked(a), Does::Panicked(b)) => a == b,
            _ => false,
        }
    }
}

/// What identifies a local state: all that the thread's future can depend on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    pub(crate) thread: Slot,
    /// Steps since the thread's start.
    pub(crate) position: u32,
    pub(crate) history: History,
    /// The values that are alive and were not looked into, by their order of birth.
    pub(crate) live: Vec<(u32, String)>,
}

/// What came of a step on certain values; found once, looked up ever after.
#[derive(Clone)]
pub(crate) enum Tried {
    Waits,
    Done { values: Vec<ValueId>, result: u32, datum: Rc<dyn Datum> },
    Panics(LocalId),
}

/// Where a result leads: the next local state, and the slots that came to be on the way there.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Edge {
    pub(crate) next: LocalId,
    pub(crate) new: Vec<(Slot, u32)>,
}

pub(crate) struct Local {
    pub(crate) thread: Slot,
    pub(crate) does: Does,
    pub(crate) tried: HashMap<[ValueId; 2], Tried>,
    pub(crate) edges: HashMap<u32, Edge>,
}

pub(crate) struct SlotInfo {
    pub(crate) name: String,
    pub(crate) thread: bool,
}

/// A thread did something else than it did in the same local state before.
#[derive(Clone, Debug)]
pub(crate) struct Differs(pub(crate) Slot);

#[derive(Default)]
pub(crate) struct Learned {
    pub(crate) slots: Vec<SlotInfo>,
    slot_ids: HashMap<(Slot, u32, String, Option<TypeId>), Slot>,
    pub(crate) values: Vec<(String, Rc<dyn Datum>)>,
    value_ids: HashMap<(Slot, String), ValueId>,
    pub(crate) locals: Vec<Local>,
    local_ids: HashMap<Key, LocalId>,
    texts: HashMap<String, u32>,
    histories: HashMap<(History, String), History>,
    joined: HashMap<Vec<History>, u32>,
    /// Grows with whatever is learnt, so that one sees whether a run taught anything.
    pub(crate) lessons: usize,
}

impl Learned {
    /// The `nth` thread (`kind` is none) or object that `owner` made.
    pub(crate) fn slot(&mut self, owner: Slot, nth: u32, name: &str, kind: Option<TypeId>) -> Slot {
        let next = self.slots.len() as Slot;
        let slot = *self.slot_ids.entry((owner, nth, name.to_owned(), kind)).or_insert(next);
        if slot == next {
            let name = self.unused(name);
            self.slots.push(SlotInfo { name, thread: kind.is_none() });
        }
        slot
    }

    /// The name, numbered if another slot has it: two threads must differ in a value's text.
    fn unused(&self, name: &str) -> String {
        let used = |name: &str| self.slots.iter().any(|slot| slot.name == name);
        let numbered = (2..).map(|number| format!("{name} {number}"));
        let mut names = std::iter::once(name.to_owned()).chain(numbered);
        names.find(|name| !used(name)).unwrap_or_default()
    }

    pub(crate) fn value(&mut self, slot: Slot, datum: Rc<dyn Datum>) -> ValueId {
        let text = datum.text();
        let next = self.values.len() as ValueId;
        let id = *self.value_ids.entry((slot, text.clone())).or_insert(next);
        if id == next {
            self.values.push((text, datum));
        }
        id
    }

    pub(crate) fn text(&mut self, text: String) -> u32 {
        let next = self.texts.len() as u32;
        *self.texts.entry(text).or_insert(next)
    }

    /// The history after one more entry; 0 is the empty one.
    pub(crate) fn remember(&mut self, before: History, entry: String) -> History {
        let next = self.histories.len() as History + 1;
        *self.histories.entry((before, entry)).or_insert(next)
    }

    /// The result of waiting for threads that ended with these histories.
    pub(crate) fn joined(&mut self, ends: Vec<History>) -> u32 {
        let next = self.joined.len() as u32;
        *self.joined.entry(ends).or_insert(next)
    }

    /// The local state `key`, in which the thread was seen to be about to do `does`.
    pub(crate) fn local(&mut self, key: Key, does: Does) -> Result<LocalId, Differs> {
        let (next, thread) = (self.locals.len() as LocalId, key.thread);
        let id = *self.local_ids.entry(key).or_insert(next);
        if id == next {
            self.lessons += 1;
            let (tried, edges) = (HashMap::new(), HashMap::new());
            self.locals.push(Local { thread, does, tried, edges });
        } else if !self.locals[id as usize].does.agrees(&does) {
            return Err(Differs(thread));
        }
        Ok(id)
    }

    /// The result `result` in `from` was seen to lead along `edge`.
    pub(crate) fn edge(&mut self, from: LocalId, result: u32, edge: Edge) -> Result<(), Differs> {
        let local = &mut self.locals[from as usize];
        match local.edges.get(&result) {
            Some(known) if *known != edge => return Err(Differs(local.thread)),
            Some(_) => {}
            None => {
                self.lessons += 1;
                local.edges.insert(result, edge);
            }
        }
        Ok(())
    }

    pub(crate) fn does(&self, local: LocalId) -> &Does {
        &self.locals[local as usize].does
    }
}
