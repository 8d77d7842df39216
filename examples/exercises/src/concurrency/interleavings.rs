//! Checks of the exercises for *Interleavings*.

use interleave::{Mutex, Shared, thread};

use crate::grade::{Found, every_schedule, lists};

/// The number of orders is right for every few cooks with a few steps each.
///
/// # Panics
///
/// With the fewest cooks for which it is not, and their orders.
#[track_caller]
pub fn counts_every_order(orders: impl Fn(&[u64]) -> u128) {
    let most = |cooks: &Vec<u64>| cooks.iter().sum::<u64>() <= 6;
    for cooks in lists(4, 3).into_iter().filter(most) {
        let mut all = Vec::new();
        walk(&mut cooks.clone(), &mut String::new(), &mut all);
        let yours = orders(&cooks);
        assert!(
            yours == all.len() as u128,
            "Cooks with {cooks:?} steps: yours says {yours} orders. There are {}: {}.",
            all.len(),
            all.join(" ")
        );
    }
    let yours = orders(&[20, 20]);
    assert!(yours == 137_846_528_820, "Two cooks with 20 steps each: yours says {yours} orders.");
}

/// Every order of the steps that are left, a letter a cook.
fn walk(left: &mut Vec<u64>, so_far: &mut String, all: &mut Vec<String>) {
    if left.iter().all(|&steps| steps == 0) {
        all.push(if so_far.is_empty() { "(no step)".to_owned() } else { so_far.clone() });
    }
    for (cook, letter) in (0..left.len()).zip('a'..) {
        if left[cook] > 0 {
            left[cook] -= 1;
            so_far.push(letter);
            walk(left, so_far, all);
            so_far.pop();
            left[cook] += 1;
        }
    }
}

/// In every schedule as many cooks get an onion as there are onions, and any cook can be the one.
///
/// # Panics
///
/// With a schedule in which it is not so.
#[track_caller]
pub fn nobody_takes_what_is_not_there(take: fn(&Shared<u32>) -> bool) {
    for (cooks, onions) in [(1, 0), (1, 2), (2, 1), (2, 3), (3, 2)] {
        let wanted = cooks.min(onions as usize);
        let left = onions - wanted as u32;
        let claim = format!(
            "from a stock of {onions}, {cooks} cooks together get {wanted}, and {left} are left"
        );
        let kitchen = cooks_at_the_stock(cooks, onions, take);
        kitchen.always(&claim, |end| end.result.got.len() == wanted && end.result.left == left);
        if wanted > 0 {
            let ben_too = format!("with {cooks} cooks and {onions} onions, the last cook gets one");
            kitchen.sometimes(&ben_too, |end| end.result.got.contains(&NAMES[cooks - 1]));
        }
    }
}

const NAMES: [&str; 3] = ["Anna", "Ben", "Cleo"];

/// Who got an onion, and how many are left.
#[derive(Clone, Debug)]
struct Onions {
    got: Vec<&'static str>,
    left: u32,
}

#[track_caller]
fn cooks_at_the_stock(cooks: usize, onions: u32, take: fn(&Shared<u32>) -> bool) -> Found<Onions> {
    every_schedule("the last onion", move || {
        let stock = Shared::new("stock", onions);
        let got = thread::scope(|kitchen| {
            let cook = |name| (name, kitchen.spawn(name, || take(&stock)));
            let cooks: Vec<_> = NAMES.into_iter().take(cooks).map(cook).collect();
            let got = cooks.into_iter().filter_map(|(name, cook)| {
                cook.join().expect("a panic ends the run").then_some(name)
            });
            got.collect()
        });
        Onions { got, left: stock.load().get() }
    })
}

/// In every schedule the tickets speak in their order, and each cook can have any of them.
///
/// # Panics
///
/// With a schedule in which it is not so.
#[track_caller]
pub fn tickets_speak_in_order(cook: fn(&str, &Mutex<u32>)) {
    for cooks in 1..=3 {
        let names = &NAMES[..cooks];
        let queue = every_schedule("tickets", move || {
            let machine = Mutex::new("machine", 1);
            thread::scope(|kitchen| {
                for name in names {
                    kitchen.spawn(name, || cook(name, &machine));
                }
            });
        });
        let claim = format!("{cooks} cooks, each with a ticket, speak in the order of the tickets");
        queue.always(&claim, |end| {
            let mut speakers: Vec<_> =
                end.said.iter().filter_map(|line| line.split(' ').next()).collect();
            speakers.sort_unstable();
            let is_ticket =
                |(line, ticket): (&String, usize)| line.ends_with(&format!(" has ticket {ticket}"));
            speakers == names && end.said.iter().zip(1..).all(is_ticket)
        });
        for name in names {
            let first = format!("{name} has ticket 1");
            queue.sometimes(&first, |end| end.said[0] == first);
        }
    }
}
