//! One run of the program itself, while shuttle carries it out: where its threads are.

use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use super::learned::{
    ABSENT, Datum, Differs, Does, Edge, History, Key, Learned, LocalId, MAIN, Slot, Tried,
};
use super::world::{World, put};

/// A run that teaches nothing for this many steps is given up.
const PATIENCE: usize = 200;
/// So is one that has taken this many off its path: it may have no end.
const LONGEST: usize = 20_000;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Doing {
    /// Between two steps, in the program's own code.
    Running,
    /// About to take the step of its local state.
    Waiting,
    Ended,
}

pub(crate) struct Thread {
    pub(crate) slot: Slot,
    pub(crate) doing: Doing,
    /// What its last step resulted in.
    pub(crate) result: Option<Rc<dyn Datum>>,
    pub(crate) past: Past,
    /// How many threads and objects it has made.
    made: u32,
    /// Its last local state, and the result by which it left it.
    came: Option<(LocalId, u32)>,
    /// What it has made since.
    new: Vec<(Slot, u32)>,
    /// How many `until` it is in.
    pub(crate) trying: u32,
}

/// All that a thread's future can depend on, and all that a failed try takes back.
#[derive(Clone, Default)]
pub(crate) struct Past {
    position: u32,
    history: History,
    /// Values that are alive and were not looked into.
    live: BTreeMap<u32, String>,
    born: u32,
}

impl Past {
    pub(crate) fn history(&self) -> History {
        self.history
    }
}

#[derive(Default)]
pub(crate) struct Run {
    /// By the order of their birth, which is also the order of shuttle's tasks.
    pub(crate) threads: Vec<Thread>,
    pub(crate) world: World,
    pub(crate) current: usize,
    /// What remains of the path that it must take.
    pub(crate) path: VecDeque<Slot>,
    /// All further threads are only to be unwound.
    pub(crate) over: bool,
    /// The threads of each scope.
    pub(crate) scopes: Vec<Vec<Slot>>,
    pub(crate) fault: Option<Differs>,
    idle: usize,
    lessons: usize,
    strayed: usize,
}

impl Run {
    pub(crate) fn new(learned: &mut Learned, path: Vec<Slot>, output: u32) -> Run {
        let mut run = Run { path: path.into(), ..Run::default() };
        put(&mut run.world, super::learned::OUTPUT, output);
        run.birth(learned, MAIN, 0);
        run
    }

    /// A thread comes to be.
    fn birth(&mut self, learned: &mut Learned, slot: Slot, history: History) -> u32 {
        let past = Past { history, ..Past::default() };
        let key = Key { thread: slot, position: 0, history, live: Vec::new() };
        let local = learned.local(key, Does::Start).unwrap_or(ABSENT);
        put(&mut self.world, slot, local);
        let (doing, result, came) = (Doing::Waiting, None, None);
        let new = Vec::new();
        self.threads.push(Thread { slot, doing, result, past, made: 0, came, new, trying: 0 });
        local
    }

    pub(crate) fn me(&mut self) -> &mut Thread {
        &mut self.threads[self.current]
    }

    /// The current thread makes an object.
    pub(crate) fn make(
        &mut self,
        learned: &mut Learned,
        name: &str,
        kind: std::any::TypeId,
        datum: Rc<dyn Datum>,
    ) -> Slot {
        let me = self.me();
        me.made += 1;
        let slot = learned.slot(me.slot, me.made, name, Some(kind));
        let value = learned.value(slot, datum);
        me.new.push((slot, value));
        put(&mut self.world, slot, value);
        slot
    }

    /// The current thread spawns another, which can depend on whatever its parent looked into.
    pub(crate) fn spawn(&mut self, learned: &mut Learned, name: &str) -> Slot {
        let me = self.me();
        me.made += 1;
        let slot = learned.slot(me.slot, me.made, name, None);
        // Values that are alive may be handed over.
        let Past { position, history, live, .. } = &me.past;
        let history = learned.remember(*history, format!("spawned after {position} with {live:?}"));
        let start = self.birth(learned, slot, history);
        self.me().new.push((slot, start));
        slot
    }

    /// The current thread says what it is about to do.
    pub(crate) fn announce(&mut self, learned: &mut Learned, does: Does) {
        let doing = match does {
            Does::Finished(..) | Does::Panicked(_) => Doing::Ended,
            _ => Doing::Waiting,
        };
        self.over |= matches!(does, Does::Panicked(_));
        let me = self.me();
        me.doing = doing;
        let Past { position, history, .. } = me.past;
        let live = me.past.live.iter().map(|(id, text)| (*id, text.clone())).collect();
        let (came, new) = (me.came.take(), std::mem::take(&mut me.new));
        let slot = me.slot;
        let local = match does {
            Does::Panicked(message) => Ok(learned.panicked(slot, message)),
            does => learned.local(Key { thread: slot, position, history, live }, does),
        };
        let learnt = local.and_then(|local| {
            put(&mut self.world, slot, local);
            let Some((from, result)) = came else { return Ok(()) };
            learned.edge(from, result, Edge { next: local, new })
        });
        if let Err(differs) = learnt {
            self.fault = Some(differs);
            self.over = true;
        }
    }

    /// The thread that has to be carried on before anything can be chosen.
    pub(crate) fn unsettled(&self, alive: &[usize]) -> Option<usize> {
        let in_state = |doing| move |index: &usize| self.threads[*index].doing == doing;
        let mut current = alive.iter().copied().filter(|index| *index == self.current);
        current
            .find(|index| self.threads[*index].doing != Doing::Waiting)
            .or_else(|| alive.iter().copied().find(in_state(Doing::Running)))
            .or_else(|| alive.iter().copied().find(in_state(Doing::Ended)))
    }

    /// The thread that moves next; none where nothing can, or nothing more is to be learnt.
    pub(crate) fn choose(&mut self, learned: &mut Learned, random: &mut u64) -> Option<Slot> {
        if learned.is_over(&self.world) {
            return None;
        }
        if let Some(forced) = learned.forced(&self.world) {
            return Some(forced);
        }
        let enabled = learned.enabled(&self.world);
        if let Some(next) = self.path.pop_front() {
            let there = enabled.contains(&next);
            self.fault = (!there).then_some(Differs(next)).or(self.fault.take());
            return there.then_some(next);
        }
        self.idle = if learned.lessons == self.lessons { self.idle + 1 } else { 0 };
        self.lessons = learned.lessons;
        self.strayed += 1;
        if enabled.is_empty() || self.idle > PATIENCE || self.strayed > LONGEST {
            return None;
        }
        let untold = enabled.iter().find(|slot| self.is_unknown(learned, **slot));
        *random ^= *random << 13;
        *random ^= *random >> 7;
        *random ^= *random << 17;
        let any = enabled[*random as usize % enabled.len()];
        Some(untold.copied().unwrap_or(any))
    }

    /// Whether nobody has seen yet where the step of `slot` leads.
    fn is_unknown(&self, learned: &mut Learned, slot: Slot) -> bool {
        let local = self.world[slot as usize] as usize;
        match learned.try_step(&self.world, slot) {
            Tried::Done { result, .. } => !learned.locals[local].edges.contains_key(&result),
            _ => false,
        }
    }

    /// Takes the step of the thread `slot`; its index, if it is to go on.
    pub(crate) fn take(&mut self, learned: &mut Learned, slot: Slot) -> Option<usize> {
        let index = self.threads.iter().position(|thread| thread.slot == slot)?;
        let from = self.world[slot as usize];
        let datum = match learned.try_step(&self.world, slot) {
            Tried::Done { datum, .. } => Some(datum),
            _ => None,
        };
        let result = learned.take_step(&mut self.world, slot)?;
        let joined = match learned.does(from) {
            Does::Join(_) => Some(format!("joined {result}")),
            _ => None,
        };
        let thread = &mut self.threads[index];
        thread.came = Some((from, result));
        thread.result = datum;
        thread.doing = Doing::Running;
        thread.past.position += 1;
        if let Some(entry) = joined {
            thread.past.history = learned.remember(thread.past.history, entry);
        }
        Some(index)
    }

    /// At the current thread's end: what it has looked into or still holds can be learnt of by
    /// whoever joins it, if it `tells`; if not, it need not tell two states apart.
    pub(crate) fn forget(&mut self, learned: &mut Learned, tells: bool) {
        let past = &mut self.me().past;
        let live = std::mem::take(&mut past.live);
        if !tells {
            (past.position, past.history) = (u32::MAX, 0);
        } else if !live.is_empty() {
            past.history = learned.remember(past.history, format!("returned {live:?}"));
        }
    }

    /// A value is born, unseen.
    pub(crate) fn bear(&mut self, text: String) -> u32 {
        let past = &mut self.me().past;
        past.born += 1;
        past.live.insert(past.born, text);
        past.born
    }

    pub(crate) fn bury(&mut self, id: u32) {
        self.me().past.live.remove(&id);
    }

    /// The current thread looks into a value that is alive: from here on all may depend on it.
    pub(crate) fn look(&mut self, learned: &mut Learned, id: u32) {
        if let Some(text) = self.me().past.live.remove(&id) {
            self.looked(learned, format!("{id}: {text}"));
        }
    }

    pub(crate) fn looked(&mut self, learned: &mut Learned, entry: String) {
        let past = &mut self.me().past;
        past.history = learned.remember(past.history, entry);
    }
}
