//! Runs the program under shuttle whenever the walk asks for it: a scheduler that follows a path,
//! and then goes wherever there is most to learn.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use shuttle::scheduler::{Schedule, Scheduler, Task, TaskId};

use super::learned::{Does, Learned, Slot};
use super::product::{Product, Walk};
use super::run::Run;
use super::session::{self, Session};
use super::world::World;
use crate::fault::{Fault, Line};

/// After the walk, this many runs whose order is drawn by lot must end in states that it has seen.
const AUDITS: usize = 64;

/// Which thread is in the program's own code, and the line of the last step that it took.
pub(crate) type Place = Arc<Mutex<Option<(String, Option<Line>)>>>;

/// What the driver leaves behind.
pub(crate) struct Driven {
    pub(crate) product: Product,
    pub(crate) fault: Option<Fault>,
}

pub(crate) struct Driver {
    product: Option<Product>,
    fault: Option<Fault>,
    start: World,
    until: Instant,
    /// What was asked last: the same question twice means that the answer varies.
    asked: Option<Vec<Slot>>,
    audits: usize,
    auditing: bool,
    random: u64,
    place: Place,
    leave: Rc<RefCell<Option<Driven>>>,
}

impl Driver {
    pub(crate) fn new(
        most: usize,
        until: Instant,
        place: Place,
        leave: Rc<RefCell<Option<Driven>>>,
    ) -> Driver {
        Driver {
            product: Some(Product::new(most, until)),
            fault: None,
            start: World::new(),
            until,
            asked: None,
            audits: 0,
            auditing: false,
            random: 0x9e37_79b9_7f4a_7c15,
            place,
            leave,
        }
    }

    /// What the run before has shown, and where the next one has to go.
    fn next_path(&mut self, session: &mut Session) -> Option<Vec<Slot>> {
        let product = self.product.as_mut()?;
        if let Some(differs) = session.run.fault.take() {
            let thread = session.learned.slots[differs.0 as usize].name.clone();
            self.fault = Some(Fault::NotDeterministic { thread });
            return None;
        }
        if self.auditing {
            if product.known(&session.run.world).is_none() {
                self.fault = Some(Fault::NotDeterministic { thread: "main".to_owned() });
                return None;
            }
        } else {
            match product.walk(&mut session.learned, &self.start) {
                Walk::Ask(path) if self.asked.as_ref() == Some(&path) => {
                    let slot = path.last().map_or(super::learned::MAIN, |slot| *slot);
                    let thread = session.learned.slots[slot as usize].name.clone();
                    self.fault = Some(Fault::NotDeterministic { thread });
                    return None;
                }
                Walk::Ask(path) => {
                    if Instant::now() >= self.until {
                        product.stopped = Some(crate::result::Stopped::Time);
                        return None;
                    }
                    self.asked = Some(path.clone());
                    return Some(path);
                }
                Walk::Done if product.stopped.is_some() => return None,
                Walk::Done => self.auditing = true,
            }
        }
        self.audits += 1;
        let over = self.audits > AUDITS || Instant::now() >= self.until;
        (!over).then(Vec::new)
    }

    /// Chooses the task to go on with: the one in the middle of its code, or by the run's choice.
    fn choose(&mut self, session: &mut Session, alive: &[usize]) -> Option<usize> {
        let Session { run, learned, .. } = session;
        if !run.over {
            if let Some(index) = run.unsettled(alive) {
                return Some(index);
            }
            while let Some(slot) = run.choose(learned, &mut self.random) {
                let before = run.world[slot as usize];
                if let Some(index) = run.take(learned, slot) {
                    self.note(learned, slot, before);
                    return Some(index);
                }
            }
            run.over = true;
        }
        // Children before their parents, who may have lent them something.
        alive.iter().copied().max()
    }

    fn note(&self, learned: &Learned, slot: Slot, before: u32) {
        let line = match learned.does(before) {
            Does::Step(step) => step.at.map(Line::from),
            _ => None,
        };
        let mut place = self.place.lock().unwrap_or_else(PoisonError::into_inner);
        match &mut *place {
            Some((thread, last)) if *thread == learned.slots[slot as usize].name => *last = line,
            place => *place = Some((learned.slots[slot as usize].name.clone(), line)),
        }
    }
}

impl Scheduler for Driver {
    fn new_execution(&mut self) -> Option<Schedule> {
        let path = session::with(|session| {
            if session.number == 0 {
                // The start: nothing but the output and a main thread that has not run.
                let (learned, none) = (&mut session.learned, Vec::<String>::new());
                learned.slot(0, 0, "output", Some(std::any::TypeId::of::<Vec<String>>()));
                learned.slot(0, 1, "main", None);
                let output = learned.value(super::learned::OUTPUT, Rc::new(none));
                let run = Run::new(learned, Vec::new(), output);
                self.start = run.world;
            }
            session.number += 1;
            let path = self.next_path(session)?;
            let output = self.start[super::learned::OUTPUT as usize];
            session.run = Run::new(&mut session.learned, path, output);
            Some(())
        });
        if path.is_none()
            && let Some(product) = self.product.take()
        {
            self.leave.replace(Some(Driven { product, fault: self.fault.take() }));
        }
        path.map(|()| Schedule::new(0))
    }

    fn next_task(
        &mut self,
        runnable: &[&Task],
        _current: Option<TaskId>,
        _is_yielding: bool,
    ) -> Option<TaskId> {
        let alive: Vec<usize> = runnable.iter().map(|task| usize::from(task.id())).collect();
        session::with(|session| {
            let chosen = self.choose(session, &alive)?;
            session.run.current = chosen;
            Some(TaskId::from(chosen))
        })
    }

    fn next_u64(&mut self) -> u64 {
        self.random
    }
}
