//! A salad as a graph of tasks: each begins when all that it needs is there, on whichever worker has it.
//!
//! Run it: `cargo run -p dag-kitchen`, with `-- -w 4` on four workers, or in two terminals with
//! `-- -n 2 -p 0` and `-- -n 2 -p 1` in two processes.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, mpsc};
use std::{env, error};
use timely::dataflow::channels::pact::Exchange;
use timely::dataflow::operators::vec::Filter;
use timely::dataflow::operators::{
    Capture, Concat, ConnectLoop, Exchange as _, Feedback, Operator, ToStream, capture::Extract,
};

/// Each task, and the tasks whose dishes it needs.
const TASKS: [(&str, &[usize]); 6] = [
    ("wash", &[]),
    ("chop", &[]),
    ("stir", &[]),
    ("mix", &[0, 1]),
    ("dress", &[3, 2]),
    ("serve", &[4]),
];
/// Where the last dish goes.
const TABLE: usize = TASKS.len();

/// A dish on its way: to which task, as which of its ingredients, and what it is.
type Dish = (usize, usize, String);

/// Does a task, and sends what comes of it to all that need it.
fn cook(task: usize, ingredients: &BTreeMap<usize, String>) -> Vec<Dish> {
    let (name, needs) = TASKS[task];
    let ingredients: Vec<&str> = ingredients.values().map(String::as_str).collect();
    let dish =
        if needs.is_empty() { name.into() } else { format!("{name}({})", ingredients.join(", ")) };
    let needed_by = TASKS.iter().enumerate().flat_map(|(next, (_, needs))| {
        let places = needs.iter().enumerate().filter(|&(_, &need)| need == task);
        places.map(move |(place, _)| (next, place))
    });
    let last = (task + 1 == TASKS.len()).then_some((TABLE, 0));
    needed_by.chain(last).map(|(next, place)| (next, place, dish.clone())).collect()
}

fn main() -> Result<(), Box<dyn error::Error>> {
    let (send, served) = mpsc::channel();
    let send = Mutex::new(send);
    let workers = timely::execute_from_args(env::args(), move |worker| {
        let send = send.lock().unwrap().clone(); // Nobody panics while holding it.
        // The first worker gives the orders: an empty dish for each task that needs nothing.
        let first = worker.index() == 0;
        let ready = (0..TASKS.len()).filter(|&task| first && TASKS[task].1.is_empty());
        let orders: Vec<Dish> = ready.map(|task| (task, 0, String::new())).collect();

        worker.dataflow::<u64, _, _>(|scope| {
            let (back, dishes) = scope.feedback::<Vec<Dish>>(1);
            let mut on_the_table: HashMap<usize, BTreeMap<usize, String>> = HashMap::new();
            let to_its_worker = Exchange::new(|&(task, ..): &Dish| task as u64);
            let cooked =
                orders.to_stream(scope).concat(dishes).unary(to_its_worker, "cook", |_, _| {
                    move |input, output| {
                        input.for_each_time(|time, dishes| {
                            let mut session = output.session(&time);
                            for (task, place, dish) in dishes.flat_map(|batch| batch.drain(..)) {
                                let ingredients = on_the_table.entry(task).or_default();
                                ingredients.insert(place, dish);
                                if ingredients.len() >= TASKS[task].1.len() {
                                    cook(task, ingredients)
                                        .into_iter()
                                        .for_each(|dish| session.give(dish));
                                }
                            }
                        });
                    }
                });
            cooked.clone().filter(|&(task, ..)| task != TABLE).connect_loop(back);
            cooked.filter(|&(task, ..)| task == TABLE).exchange(|_| 0).capture_into(send);
        });
    })?;
    for worker in workers.join() {
        worker?;
    }
    for (_, dishes) in served.extract() {
        dishes.iter().for_each(|(.., dish)| println!("{dish}"));
    }
    Ok(())
}
