//! Checks of the exercises for *Blocking the executor*.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::pin::pin;
use std::time::Duration;

use timeline::Model;
use tokio::time::{Instant, sleep};

use crate::grade::{Took, claim, lists, virtual_time};

/// After how many milliseconds the task behind the others has a turn: the tasks, the threads, and for
/// how long each task keeps its thread.
pub type FirstBeat = fn(u64, u64, u64) -> u64;

/// The task behind the others has its turn as soon as a thread is free.
///
/// # Panics
///
/// With the fewest threads and tasks for which it is not so, as a run.
#[track_caller]
pub fn knows_the_first_beat(first_beat: FirstBeat) {
    for threads in 1..=4 {
        for tasks in 0..=9 {
            for ms in 1..=4 {
                let mut run = Model::new(&format!("tasks: {tasks}, threads: {threads}"), "ms");
                let mut free_at = vec![0; threads];
                let mut take = |task: &str, ms| {
                    let first = (0..threads).min_by_key(|&thread| free_at[thread]);
                    let first = first.expect("there is a thread");
                    let from = free_at[first];
                    run.started(task, 0);
                    run.work(&format!("thread {}", first + 1), task, from..from + ms);
                    free_at[first] += ms;
                    from
                };
                for task in 1..=tasks {
                    take(&format!("task {task}"), ms);
                }
                let wanted = take("heart", 1);
                let yours = first_beat(tasks, threads as u64, ms);
                let text = format!(
                    "the heart has its first turn after {yours} ms. It is after {wanted} ms, as soon as \
                     a thread is free (tasks: {tasks}, of {ms} ms; threads: {threads})"
                );
                claim(&run.run(), &text, yours == wanted);
            }
        }
    }
}

/// For how many microseconds a computation may keep its thread.
const LIMIT: u64 = 100;

/// No turn of the computation is longer than the limit, and all steps are taken.
///
/// # Panics
///
/// With the fewest steps for which it is not so, and the turns.
#[track_caller]
pub fn gives_way_in_time(
    compute: impl AsyncFn(&[u64], &mut dyn FnMut(u64)) + Copy + Send + 'static,
) {
    for costs in steps() {
        let turns = turns(&costs, compute);
        let (taken, shown) = (turns.concat(), shown(&turns));
        assert!(
            taken == costs,
            "This does not hold: all steps are taken, in their order.\n\nSteps: {costs:?}\nYours: \
             {shown}\n"
        );
        let longest = turns.iter().map(|turn| turn.iter().sum::<u64>()).max().unwrap_or(0);
        assert!(
            longest <= LIMIT,
            "This does not hold: the heart is never without a turn for more than {LIMIT} µs.\n\nSteps: \
             {costs:?}\nYours: {shown}\n\nOnce it has to wait for {longest} µs.\n"
        );
    }
}

/// The computation gives way no more often than it must.
///
/// # Panics
///
/// With the fewest steps for which it does, and the turns.
#[track_caller]
pub fn gives_way_seldom(
    compute: impl AsyncFn(&[u64], &mut dyn FnMut(u64)) + Copy + Send + 'static,
) {
    for costs in steps() {
        let mut wanted: Vec<Vec<u64>> = vec![Vec::new()];
        for &cost in &costs {
            match wanted.last_mut() {
                Some(turn) if turn.iter().sum::<u64>() + cost <= LIMIT => turn.push(cost),
                _ => wanted.push(vec![cost]),
            }
        }
        let turns = turns(&costs, compute);
        assert!(
            turns.len() <= wanted.len(),
            "This does not hold: the computation gives way no more often than it must.\n\nSteps:  \
             {costs:?}\nEnough: {}\nYours:  {}\n",
            shown(&wanted),
            shown(&turns)
        );
    }
}

/// Few steps first.
fn steps() -> impl Iterator<Item = Vec<u64>> {
    let cost = |kind: u64| [10, 40, 60, 100][kind as usize];
    let short = lists(4, 3).into_iter();
    let short = short.map(move |kinds| kinds.into_iter().map(cost).collect());
    short.chain([[10; 25].to_vec()])
}

/// The steps of each turn. Whenever the computation gives way, its neighbour has a turn.
#[track_caller]
fn turns(
    costs: &[u64],
    compute: impl AsyncFn(&[u64], &mut dyn FnMut(u64)) + Copy + Send + 'static,
) -> Vec<Vec<u64>> {
    let costs = costs.to_vec();
    let took = virtual_time("the computation", async move || {
        let turns = RefCell::new(vec![Vec::new()]);
        let mut step = |cost| {
            turns.borrow_mut().last_mut().expect("there is a turn").push(cost);
        };
        {
            let mut computation = pin!(compute(&costs, &mut step));
            poll_fn(|context| {
                let polled = computation.as_mut().poll(context);
                if polled.is_pending() {
                    turns.borrow_mut().push(Vec::new());
                }
                polled
            })
            .await;
        }
        turns.into_inner()
    });
    took.takes(Duration::ZERO, "the computation gives way, and does not sleep").result
}

fn shown(turns: &[Vec<u64>]) -> String {
    let turns = turns.iter().map(|turn| match &turn[..] {
        [] => "nothing".to_owned(),
        steps => steps.iter().map(u64::to_string).collect::<Vec<_>>().join(" + "),
    });
    turns.collect::<Vec<_>>().join(" · beat · ")
}

/// A socket that orders come from, a board that they hang on, and a cook.
#[derive(Debug)]
pub struct Kitchen {
    orders: u32,
    room: usize,
    /// How long it takes to read an order, and to cook it.
    times: (Duration, Duration),
    opened: Instant,
    read: Cell<u32>,
    board: RefCell<Vec<u32>>,
    /// The most that hung on the board at once.
    longest: Cell<usize>,
    cooking: Cell<Option<u32>>,
    cooked: RefCell<Vec<u32>>,
}

impl Kitchen {
    /// Reads the next order, and puts it on the board. `None`: there are no more.
    ///
    /// # Panics
    ///
    /// Where the board has no room for it.
    pub async fn read(&self) -> Option<u32> {
        if self.read.get() == self.orders {
            return None;
        }
        sleep(self.times.0).await;
        let order = self.read.get() + 1;
        self.read.set(order);
        self.board.borrow_mut().push(order);
        let (board, room) = (self.board.borrow().clone(), self.room);
        self.longest.set(self.longest.get().max(board.len()));
        assert!(
            board.len() <= room,
            "This does not hold: an order is read only if there is room for it on the board.\n\nThere \
             is room for {room}. After {:?} order {order} has been read, and these are on the board: \
             {board:?}.\n{}\n",
            self.opened.elapsed(),
            match self.cooking.get() {
                Some(order) => format!("The cook is cooking order {order}."),
                None => "The cook has nothing to do.".to_owned(),
            }
        );
        Some(order)
    }

    /// Takes the order off the board, and cooks it.
    ///
    /// # Panics
    ///
    /// Where it is not on the board, and where the cook is cooking already.
    pub async fn cook(&self, order: u32) {
        if let Some(other) = self.cooking.replace(Some(order)) {
            panic!(
                "There is one cook, and he is cooking order {other} when order {order} is begun."
            );
        }
        let place = self.board.borrow().iter().position(|&known| known == order);
        let place = place.unwrap_or_else(|| panic!("Order {order} is not on the board."));
        self.board.borrow_mut().remove(place);
        sleep(self.times.1).await;
        self.cooked.borrow_mut().push(order);
        self.cooking.set(None);
    }
}

/// There is room for every order that is read, and each is cooked, the first one first.
///
/// # Panics
///
/// With the fewest orders for which it is not so.
#[track_caller]
pub fn reads_what_has_room(evening: impl AsyncFn(usize, &Kitchen) + Copy + Send + 'static) {
    for case in evenings() {
        let (cooked, _) = opens(case, evening).result;
        let wanted: Vec<u32> = (1..=case.orders).collect();
        assert!(
            cooked == wanted,
            "This does not hold: every order is cooked, the one that came first is first.\n\n{}.\n\
             Orders: {wanted:?}\nCooked: {cooked:?}\n",
            case.said()
        );
    }
}

/// An order is read while another one is cooked: whichever takes longer decides.
///
/// # Panics
///
/// With the fewest orders for which it is not so.
#[track_caller]
pub fn reads_while_cooking(evening: impl AsyncFn(usize, &Kitchen) + Copy + Send + 'static) {
    for case in evenings() {
        let (read, cook) = case.times;
        let wanted = match case.orders {
            0 => 0,
            orders => read + cook + (orders - 1) * read.max(cook),
        };
        let text = format!(
            "orders are read while the cook is cooking, if there is room ({})",
            case.said()
        );
        let took = opens(case, evening).takes(Duration::from_millis(wanted.into()), &text);
        let (_, longest) = took.result;
        // Who reads faster than is cooked fills the board, if there are orders enough.
        let fills = read < cook && case.orders as usize >= 2 * case.room + 2;
        assert!(
            !fills || longest == case.room,
            "This does not hold: {text}.\n\nReading is faster than cooking, and yet there were never \
             more than {longest} on the board.\n"
        );
    }
}

#[derive(Clone, Copy)]
struct Case {
    orders: u32,
    room: usize,
    times: (u32, u32),
}

impl Case {
    fn said(self) -> String {
        let Case { orders, room, times: (read, cook) } = self;
        format!("Orders: {orders}; room for {room}; {read} ms to read one, {cook} ms to cook it")
    }
}

/// Few orders first.
fn evenings() -> impl Iterator<Item = Case> {
    (0..=7).flat_map(|orders| {
        (1..=3).flat_map(move |room| {
            let times = [(10, 30), (30, 10), (20, 20)];
            times.map(|times| Case { orders, room, times })
        })
    })
}

#[track_caller]
fn opens(
    case: Case,
    evening: impl AsyncFn(usize, &Kitchen) + Copy + Send + 'static,
) -> Took<(Vec<u32>, usize)> {
    virtual_time(&format!("an evening with {} orders", case.orders), async move || {
        let ms = |ms: u32| Duration::from_millis(ms.into());
        let kitchen = Kitchen {
            orders: case.orders,
            room: case.room,
            times: (ms(case.times.0), ms(case.times.1)),
            opened: Instant::now(),
            read: Cell::default(),
            board: RefCell::default(),
            longest: Cell::default(),
            cooking: Cell::default(),
            cooked: RefCell::default(),
        };
        evening(case.room, &kitchen).await;
        (kitchen.cooked.into_inner(), kitchen.longest.get())
    })
}
