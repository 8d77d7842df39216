//! A state of the whole program, and the rules by which it moves. The walk and the runs share them.
//!
//! A state holds a number a slot: for a thread its local state, for an object its value.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::learned::{ABSENT, Does, History, Key, Learned, LocalId, MAIN, Slot, Tried};

/// A state; what is not there yet is [`ABSENT`], and none of these stand at the end.
pub(crate) type World = Vec<u32>;

/// A transition that nobody has seen yet.
#[derive(Debug)]
pub(crate) struct Unknown;

impl Learned {
    /// The threads of a state, with what each is about to do.
    pub(crate) fn threads<'a>(
        &'a self,
        world: &'a World,
    ) -> impl Iterator<Item = (Slot, &'a Does)> + 'a {
        let there = world.iter().enumerate().filter(|(_, id)| **id != ABSENT);
        there
            .filter(|(slot, _)| self.slots[*slot].thread)
            .map(|(slot, local)| (slot as Slot, self.does(*local)))
    }

    /// The thread that has to move before any choice is made: spawning, joining, and whatever the
    /// main thread does while it is alone can be neither seen nor disturbed by another thread.
    pub(crate) fn forced(&mut self, world: &World) -> Option<Slot> {
        let mut alone = None;
        let mut unfinished = 0;
        for (slot, does) in self.threads(world) {
            match does {
                Does::Start => return Some(slot),
                Does::Join(of) if self.ends(world, of).is_some() => return Some(slot),
                Does::Panicked(_) => return None,
                Does::Finished(..) if slot == MAIN => return None,
                Does::Finished(..) => {}
                Does::Step(_) | Does::Join(_) => {
                    unfinished += 1;
                    alone = (slot == MAIN).then_some(slot);
                }
            }
        }
        let main = alone.filter(|_| unfinished == 1)?;
        self.is_enabled(world, main).then_some(main)
    }

    /// How the threads ended, if they all have.
    fn ends(&self, world: &World, of: &[Slot]) -> Option<Vec<History>> {
        let end = |slot: &Slot| match self.does(*world.get(*slot as usize)?) {
            Does::Finished(_, history) => Some(*history),
            _ => None,
        };
        of.iter().map(end).collect()
    }

    /// Whether the program is over: its main thread has returned, or a thread has panicked.
    pub(crate) fn is_over(&self, world: &World) -> bool {
        self.threads(world).any(|(slot, does)| match does {
            Does::Panicked(_) => true,
            Does::Finished(..) => slot == MAIN,
            _ => false,
        })
    }

    /// The threads that can take a step now.
    pub(crate) fn enabled(&mut self, world: &World) -> Vec<Slot> {
        let slots: Vec<_> = self
            .threads(world)
            .filter(|(_, does)| matches!(does, Does::Step(_)))
            .map(|(slot, _)| slot)
            .collect();
        slots.into_iter().filter(|slot| self.is_enabled(world, *slot)).collect()
    }

    fn is_enabled(&mut self, world: &World, thread: Slot) -> bool {
        matches!(self.does(world[thread as usize]), Does::Step(_))
            && !matches!(self.try_step(world, thread), Tried::Waits)
    }

    /// What comes of the step of `thread` in `world`.
    pub(crate) fn try_step(&mut self, world: &World, thread: Slot) -> Tried {
        let local = world[thread as usize];
        let Does::Step(step) = &self.locals[local as usize].does else { return Tried::Waits };
        let mut input = [ABSENT; 2];
        for (place, slot) in input.iter_mut().zip(&step.objects) {
            *place = world[*slot as usize];
        }
        if let Some(tried) = self.locals[local as usize].tried.get(&input) {
            return tried.clone();
        }
        let step = step.clone();
        let objects = input.iter().take(step.objects.len());
        let values: Vec<_> = objects.map(|id| self.values[*id as usize].1.clone()).collect();
        let tried = match catch_unwind(AssertUnwindSafe(|| (step.attempt)(&values))) {
            Ok(None) => Tried::Waits,
            Ok(Some((values, datum))) => {
                let pairs = step.objects.iter().zip(values);
                let values = pairs.map(|(slot, value)| self.value(*slot, value)).collect();
                Tried::Done { values, result: self.text(datum.text()), datum }
            }
            Err(payload) => Tried::Panics(self.panicked(thread, message(&*payload))),
        };
        self.locals[local as usize].tried.insert(input, tried.clone());
        tried
    }

    /// The local state of a thread that has panicked.
    pub(crate) fn panicked(&mut self, thread: Slot, message: String) -> LocalId {
        let history = self.remember(0, format!("panicked: {message}"));
        let key = Key { thread, position: u32::MAX, history, live: Vec::new() };
        // The key says all there is, so that two cannot differ.
        self.local(key, Does::Panicked(message)).unwrap_or_default()
    }

    /// Puts what a step did into the state; the result by which its thread goes on, if it does.
    pub(crate) fn take_step(&mut self, world: &mut World, thread: Slot) -> Option<u32> {
        let does = self.does(world[thread as usize]).clone();
        match does {
            Does::Start => Some(0),
            Does::Join(of) => {
                let ends = self.ends(world, &of)?;
                Some(self.joined(ends))
            }
            Does::Step(step) => match self.try_step(world, thread) {
                Tried::Done { values, result, .. } => {
                    for (slot, value) in step.objects.iter().zip(values) {
                        world[*slot as usize] = value;
                    }
                    Some(result)
                }
                Tried::Panics(local) => {
                    world[thread as usize] = local;
                    None
                }
                Tried::Waits => None,
            },
            Does::Finished(..) | Does::Panicked(_) => None,
        }
    }

    /// Moves `thread`, and after it all that must follow before the next choice.
    pub(crate) fn advance(&mut self, world: &mut World, thread: Slot) -> Result<(), Unknown> {
        self.advance_one(world, thread)?;
        self.settle(world)
    }

    /// Moves until there is a choice to make.
    pub(crate) fn settle(&mut self, world: &mut World) -> Result<(), Unknown> {
        while let Some(thread) = self.forced(world) {
            self.advance_one(world, thread)?;
        }
        Ok(())
    }

    fn advance_one(&mut self, world: &mut World, thread: Slot) -> Result<(), Unknown> {
        let from = world[thread as usize];
        let Some(result) = self.take_step(world, thread) else { return Ok(()) };
        let edge = self.locals[from as usize].edges.get(&result).ok_or(Unknown)?;
        world[thread as usize] = edge.next;
        for (slot, id) in &edge.new {
            put(world, *slot, *id);
        }
        Ok(())
    }
}

/// Sets a slot that may not have been there.
pub(crate) fn put(world: &mut World, slot: Slot, id: u32) {
    let slot = slot as usize;
    if world.len() <= slot {
        world.resize(slot + 1, ABSENT);
    }
    world[slot] = id;
}

/// The message of a panic.
pub(crate) fn message(payload: &(dyn std::any::Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
    let text = text.or_else(|| payload.downcast_ref::<String>().cloned());
    text.unwrap_or_else(|| "something that is no text".to_owned())
}
