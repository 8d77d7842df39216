//! Checks of the exercises for *Tasks and runtimes*.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use std::vec::IntoIter;

use tokio::time::{Instant, sleep};

use crate::grade::{Took, virtual_time};

const MINUTE: Duration = Duration::from_secs(60);

/// A shop that can be asked for its price.
#[derive(Debug)]
pub struct Shop {
    price: u32,
    minutes: u32,
    seen: Arc<Seen>,
}

/// What was seen of the shops.
#[derive(Debug, Default)]
struct Seen(Mutex<Counts>);

#[derive(Clone, Debug, Default)]
struct Counts {
    /// Shops that were taken from the phone book.
    looked_up: usize,
    asked: usize,
    answered: usize,
    in_progress: usize,
    most_in_progress: usize,
    /// The most shops at once that were looked up and had not answered.
    most_open: usize,
}

impl Seen {
    fn counts(&self) -> MutexGuard<'_, Counts> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A question that is in progress; it is not any more when this is dropped.
struct Asked(Arc<Seen>);

impl Asked {
    fn new(seen: Arc<Seen>) -> Asked {
        let mut counts = seen.counts();
        counts.asked += 1;
        counts.in_progress += 1;
        counts.most_in_progress = counts.most_in_progress.max(counts.in_progress);
        drop(counts);
        Asked(seen)
    }
}

impl Drop for Asked {
    fn drop(&mut self) {
        self.0.counts().in_progress -= 1;
    }
}

impl Shop {
    /// A shop that answers after so many minutes.
    #[must_use]
    pub fn new(price: u32, minutes: u32) -> Shop {
        Shop { price, minutes, seen: Arc::default() }
    }

    /// Asks for the price. The shop searches as long as it is asked.
    pub async fn price(self) -> u32 {
        let asked = Asked::new(self.seen);
        sleep(self.minutes * MINUTE).await;
        asked.0.counts().answered += 1;
        self.price
    }
}

/// Shops, to be looked up one after the other.
#[derive(Debug)]
pub struct PhoneBook {
    shops: IntoIter<Shop>,
    seen: Arc<Seen>,
}

impl PhoneBook {
    /// Each shop's price, and after how many minutes it answers.
    #[must_use]
    pub fn new(shops: &[(u32, u32)]) -> PhoneBook {
        let seen = Arc::default();
        let shop = |&(price, minutes)| Shop { price, minutes, seen: Arc::clone(&seen) };
        let shops = shops.iter().map(shop).collect::<Vec<_>>().into_iter();
        PhoneBook { shops, seen }
    }
}

impl Iterator for PhoneBook {
    type Item = Shop;

    fn next(&mut self) -> Option<Shop> {
        let shop = self.shops.next()?;
        let mut counts = self.seen.counts();
        counts.looked_up += 1;
        counts.most_open = counts.most_open.max(counts.looked_up - counts.answered);
        drop(counts);
        Some(shop)
    }
}

/// Prices that are neither rising nor falling.
fn with_prices(minutes: &[u32]) -> Vec<(u32, u32)> {
    (0..).map(|place| (place * 37 + 48) % 100).zip(minutes.iter().copied()).collect()
}

fn only_prices(shops: &[(u32, u32)]) -> Vec<u32> {
    shops.iter().map(|&(price, _)| price).collect()
}

/// All shops are asked at once, and their prices are in the order of the shops.
///
/// # Panics
///
/// With the shops for which it is not so.
#[track_caller]
pub fn asked_at_once_and_kept_in_order(
    prices: impl AsyncFn(Vec<Shop>) -> Vec<u32> + Copy + Send + 'static,
) {
    let cases: [&[u32]; 5] = [&[], &[2], &[1, 2], &[3, 1], &[2, 5, 1, 4]];
    for minutes in cases {
        let shops = with_prices(minutes);
        let wanted = only_prices(&shops);
        let asked = shops.iter().map(|&(price, minutes)| Shop::new(price, minutes)).collect();
        let took = virtual_time("the prices", async move || prices(asked).await);
        let task = format!("with shops that answer after {minutes:?} minutes");
        let yours = &took.result;
        assert!(
            *yours == wanted,
            "This does not hold: {task}, the prices are in the order of the shops: {wanted:?}.\n\n\
             Yours: {yours:?}."
        );
        let longest = minutes.iter().copied().max().unwrap_or(0);
        let claim = format!("{task}, who are all asked at once, the slowest decides");
        took.takes(longest * MINUTE, &claim);
    }
}

/// The first price is taken if it comes in time, and whoever is not needed any more stops.
///
/// # Panics
///
/// With two shops and a limit for which it is not so.
#[track_caller]
pub fn one_answer_and_nobody_goes_on(
    first: impl AsyncFn(Shop, Shop, Duration) -> Option<u32> + Copy + Send + 'static,
) {
    for (one, other, limit) in [(1, 3, 5), (3, 1, 5), (1, 8, 5), (8, 1, 5), (4, 3, 2), (7, 9, 6)] {
        let seen = Arc::<Seen>::default();
        let shop = |price, minutes| Shop { price, minutes, seen: Arc::clone(&seen) };
        let shops = (shop(48, one), shop(85, other));
        let took = virtual_time("the first price", async move || {
            let start = Instant::now();
            let price = first(shops.0, shops.1, limit * MINUTE).await;
            let time = start.elapsed();
            // Whoever goes on has answered by then.
            sleep(60 * MINUTE).await;
            Took { result: price, time }
        })
        .result;
        let counts = seen.counts().clone();
        let task = format!(
            "with shops that answer after {one} and after {other} minutes, and a limit of {limit}"
        );
        let soonest = one.min(other);
        let wanted = (soonest < limit).then_some(if one < other { 48 } else { 85 });
        let price = took.result;
        assert!(
            price == wanted,
            "This does not hold: {task}, the price is {wanted:?}.\n\nYours: {price:?}."
        );
        let claim = format!("{task}, it is decided by the first answer or by the limit");
        took.takes(soonest.min(limit) * MINUTE, &claim);
        let asked = counts.asked;
        assert!(
            asked == 2,
            "This does not hold: {task}, both are asked.\n\nYours asks {asked} of them."
        );
        let (answered, needed) = (counts.answered, usize::from(wanted.is_some()));
        assert!(
            answered == needed,
            "This does not hold: {task}, whoever is not needed any more stops.\n\nAnswers that are \
             needed: {needed}. An hour later, {answered} have searched to the end: somebody went on, \
             though nobody waited for the answer.\n"
        );
    }
}

/// No more calls than lines are in progress, no line is idle, no shop is looked up too early, and the
/// prices are in the order of the book.
///
/// # Panics
///
/// With the shops for which it is not so.
#[track_caller]
pub fn every_line_is_used(
    prices: impl AsyncFn(PhoneBook, usize) -> Vec<u32> + Copy + Send + 'static,
) {
    let cases: [(usize, &[u32]); 7] = [
        (2, &[]),
        (1, &[2]),
        (1, &[1, 2]),
        (2, &[1, 2, 1]),
        (2, &[4, 1, 1, 1]),
        (4, &[2, 1]),
        (3, &[5, 1, 2, 2, 1, 3, 1]),
    ];
    for (lines, minutes) in cases {
        let shops = with_prices(minutes);
        let wanted = only_prices(&shops);
        let book = PhoneBook::new(&shops);
        let seen = Arc::clone(&book.seen);
        let took = virtual_time("the calls", async move || prices(book, lines).await);
        let counts = seen.counts().clone();
        let plural = if lines == 1 { "" } else { "s" };
        let task =
            format!("with {lines} line{plural} and shops that answer after {minutes:?} minutes");
        let most = counts.most_in_progress;
        assert!(
            most <= lines,
            "This does not hold: {task}, there are never more calls in progress than lines.\n\nIn \
             yours there are {most} at once."
        );
        let open = counts.most_open;
        assert!(
            open <= lines + 1,
            "This does not hold: {task}, no shop is looked up long before there is a line for it.\n\n\
             In yours, {open} shops are looked up and have not answered. One for each line, and one \
             ahead, make {}.",
            lines + 1
        );
        let yours = &took.result;
        assert!(
            *yours == wanted,
            "This does not hold: {task}, the prices are in the order of the book: {wanted:?}.\n\n\
             Yours: {yours:?}."
        );
        // Each is called on the line that is free first.
        let mut free = vec![0; lines];
        for minutes in minutes {
            free.sort_unstable();
            free[0] += minutes;
        }
        let end = free.into_iter().max().unwrap_or(0);
        let claim = format!("{task}, the next call begins when any of the others ends");
        took.takes(end * MINUTE, &claim);
    }
}
