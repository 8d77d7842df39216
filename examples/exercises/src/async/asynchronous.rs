//! Checks of the exercises for *Asynchronous*.

use std::future::poll_fn;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::sync::Barrier;
use tokio::time::{Instant, sleep, timeout};

use crate::grade::virtual_time;

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Tea, ready to drink.
#[derive(Debug)]
pub struct Tea(());

/// A slice of toast, without anything on it.
#[derive(Debug)]
pub struct Toast(());

/// A slice of toast with melted butter.
#[derive(Debug)]
pub struct Buttered(());

/// Has a kettle and a toaster. What it is asked for begins when the future is first driven.
#[derive(Clone, Debug)]
pub struct Kitchen {
    times: [u64; 3],
    start: Instant,
    notes: Arc<Mutex<Vec<String>>>,
}

impl Kitchen {
    /// How long the tea takes, the toast, and until butter is melted on it, in milliseconds.
    #[must_use]
    pub fn new(tea: u64, toast: u64, butter: u64) -> Self {
        Self { times: [tea, toast, butter], start: Instant::now(), notes: Arc::default() }
    }

    /// Boils water, and makes tea.
    pub fn tea(&self) -> impl Future<Output = Tea> + Send + use<> {
        let wait = self.clone().wait("tea", 0);
        async {
            wait.await;
            Tea(())
        }
    }

    /// Toasts a slice of bread.
    pub fn toast(&self) -> impl Future<Output = Toast> + Send + use<> {
        let wait = self.clone().wait("toast", 1);
        async {
            wait.await;
            Toast(())
        }
    }

    /// Puts butter on a slice of toast, and waits until it is melted.
    pub fn butter(&self, toast: Toast) -> impl Future<Output = Buttered> + Send + use<> {
        let wait = self.clone().wait("butter", 2);
        async {
            wait.await;
            let Toast(()) = toast;
            Buttered(())
        }
    }

    async fn wait(self, what: &'static str, which: usize) {
        self.note(what, "begins");
        sleep(Duration::from_millis(self.times[which])).await;
        self.note(what, "is ready");
    }

    fn note(&self, what: &str, event: &str) {
        let now = self.start.elapsed().as_millis();
        lock(&self.notes).push(format!("{now:>4} ms: {what} {event}"));
    }
}

/// What does not need the other does not wait for it.
///
/// # Panics
///
/// With what happened where it does.
#[track_caller]
pub fn only_the_butter_waits_for_the_toast<F>(breakfast: fn(Kitchen) -> F)
where
    F: Future<Output = (Tea, Buttered)> + 'static,
{
    for (tea, toast, butter) in [(300, 200, 200), (500, 100, 100), (100, 200, 300)] {
        let took = virtual_time("a breakfast", async move || {
            let kitchen = Kitchen::new(tea, toast, butter);
            let notes = Arc::clone(&kitchen.notes);
            breakfast(kitchen).await;
            lock(&notes).join("\n  ")
        });
        let shortest = tea.max(toast + butter);
        assert!(
            took.time == Duration::from_millis(shortest),
            "This does not hold: only the butter waits for the toast, and nothing waits for the \
             tea.\n\nWith tea of {tea} ms, toast of {toast} ms and butter of {butter} ms, breakfast \
             takes {shortest} ms.\nYours takes {} ms:\n  {}\n",
            took.time.as_millis(),
            took.result
        );
    }
}

/// Answers nobody before it has been asked for all that is on its menu.
#[derive(Clone, Debug)]
pub struct Server(Arc<Counter>);

#[derive(Debug)]
struct Counter {
    menu: &'static [&'static str],
    heard: Mutex<Vec<&'static str>>,
    all: Barrier,
}

impl Server {
    /// A server with a menu.
    #[must_use]
    pub fn new(menu: &'static [&'static str]) -> Self {
        Self(Arc::new(Counter { menu, heard: Mutex::default(), all: Barrier::new(menu.len()) }))
    }

    /// Asks for a dish, and waits for the answer. The last of the menu is ready first.
    pub fn fetch(&self, dish: &'static str) -> impl Future<Output = String> + Send + use<> {
        let Self(counter) = self.clone();
        async move {
            lock(&counter.heard).push(dish);
            counter.all.wait().await;
            let place = counter.menu.iter().position(|known| *known == dish);
            let behind = counter.menu.len() - place.expect("it is on the menu");
            sleep(Duration::from_millis(10 * behind as u64)).await;
            format!("hot {dish}")
        }
    }
}

/// Every dish is asked for, once, before the first answer is there; the answers are in the order asked.
///
/// # Panics
///
/// With the fewest dishes for which it is not so.
#[track_caller]
pub fn all_are_asked_for_before_the_first_answer<F>(
    fetch_all: fn(Server, &'static [&'static str]) -> F,
) where
    F: Future<Output = Vec<String>> + 'static,
{
    const MENU: [&str; 4] = ["soup", "rice", "bread", "tea"];
    for count in 0..=MENU.len() {
        let menu = MENU.get(..count).unwrap_or_default();
        let menu: &'static [&'static str] = menu.to_vec().leak();
        let server = Server::new(menu);
        let counter = Arc::clone(&server.0);
        let an_hour = Duration::from_secs(60 * 60);
        let took = virtual_time("the requests", async move || {
            timeout(an_hour, fetch_all(server, menu)).await.ok()
        });
        let heard = lock(&counter.heard).clone();
        let Some(yours) = took.result else {
            panic!(
                "This does not hold: with {count} dishes, all have been asked for when the first \
                 answer is awaited.\n\nThe server answers nobody before it has heard of {count}. So \
                 far it has heard of {}: {}.\nThe answer that the program waits for will never \
                 come.\n",
                heard.len(),
                heard.join(", ")
            );
        };
        let once = menu.iter().all(|dish| heard.iter().filter(|one| *one == dish).count() == 1);
        assert!(
            once,
            "This does not hold: with {count} dishes, each is asked for once.\n\nThe server has heard \
             of {}.\n",
            heard.join(", ")
        );
        let wanted: Vec<_> = menu.iter().map(|dish| format!("hot {dish}")).collect();
        assert!(
            yours == wanted,
            "This does not hold: with {count} dishes, the answers are in the order in which the \
             dishes stand.\n\nThe last dish is ready first, and still its place is the last.\n\
             \x20 The dishes: {menu:?}\nYour answers: {yours:?}\n"
        );
        let claim = "all requests are in progress at once, so the longest wait decides";
        took_at_most(took.time, 10 * count as u64, claim);
    }
}

#[track_caller]
fn took_at_most(time: Duration, ms: u64, claim: &str) {
    assert!(
        time <= Duration::from_millis(ms),
        "This does not hold: {claim}.\n\nIt takes {time:?} on a computed clock, not {ms}ms."
    );
}

/// A guest: when he came, when he had turns, and when he was in; in minutes.
#[derive(Clone, Debug, Default)]
struct Guest {
    came: u64,
    turns: Vec<u64>,
    in_at: Option<u64>,
}

/// What holds of each guest.
type Claim = (&'static str, fn(&Guest) -> bool);

/// When the door opens, in minutes.
const OPENS: u64 = 3;

/// Who has had so many turns and is not in has been asked in vain for ever.
const ENOUGH: usize = 12;

/// Who comes to a closed door has a turn, leaves a bell, and has the next when the door opens; who comes
/// to an open door needs one turn.
///
/// # Panics
///
/// With the fewest guests for which it is not so.
#[track_caller]
pub fn nobody_is_asked_in_vain<D>(poll: fn(&mut D, &mut Context<'_>) -> Poll<()>, open: fn(&mut D))
where
    D: Default + Send + 'static,
{
    for guests in [&[1][..], &[4], &[1, 2], &[1, 1], &[1, 4], &[0, 1, 2, 5]] {
        let guests = guests_at_the_door(guests, poll, open);
        let lines = guests.iter().zip(["Anna", "Ben", "Cleo", "Dora"]).map(|(guest, name)| {
            let turns: Vec<_> = guest.turns.iter().map(u64::to_string).collect();
            let more = if turns.len() >= ENOUGH { ", …" } else { "" };
            let end = match guest.in_at {
                Some(at) => format!("in at {at}"),
                None => "never in".to_owned(),
            };
            format!(
                "{name} comes at {}, has turns at {}{more}; {end}",
                guest.came,
                turns.join(", ")
            )
        });
        let shown = lines.collect::<Vec<_>>().join("\n  ");
        let claims: [Claim; 5] = [
            ("who has left a bell has no turn before somebody rings it", |guest| {
                let before = guest.turns.iter().filter(|at| **at < OPENS).count();
                before <= 1 && guest.turns.len() < ENOUGH
            }),
            ("nobody is in before the door opens", |guest| {
                guest.in_at.is_none_or(|at| at >= OPENS)
            }),
            ("when the door opens, everybody who waits has a turn", |guest| {
                guest.came > OPENS || guest.turns.contains(&OPENS)
            }),
            ("whoever has a turn when the door is open is in", |guest| {
                guest.in_at == Some(guest.came.max(OPENS))
            }),
            ("each has one turn when he comes, and one for his bell", |guest| {
                guest.turns.len() == 1 + usize::from(guest.came < OPENS)
            }),
        ];
        for (claim, holds) in claims {
            assert!(
                guests.iter().all(holds),
                "This does not hold: {claim}.\n\nThe door opens at minute {OPENS}.\n  {shown}\n"
            );
        }
    }
}

fn guests_at_the_door<D: Default + Send + 'static>(
    come: &'static [u64],
    poll: fn(&mut D, &mut Context<'_>) -> Poll<()>,
    open: fn(&mut D),
) -> Vec<Guest> {
    let program = async move || {
        let minutes = |count| Duration::from_secs(60 * count);
        let start = Instant::now();
        let now = move || start.elapsed().as_secs() / 60;
        let door = Arc::new(Mutex::new(D::default()));
        let guests = come.iter().map(|&came| Guest { came, ..Guest::default() });
        let guests: Vec<_> = guests.map(|guest| Arc::new(Mutex::new(guest))).collect();
        for guest in guests.clone() {
            let door = Arc::clone(&door);
            tokio::spawn(async move {
                let came = lock(&guest).came;
                tokio::time::sleep_until(start + minutes(came)).await;
                poll_fn(|context| {
                    let mut guest = lock(&guest);
                    guest.turns.push(now());
                    let answer = poll(&mut lock(&door), context);
                    if answer.is_ready() {
                        guest.in_at = Some(now());
                    }
                    if guest.turns.len() < ENOUGH { answer } else { Poll::Ready(()) }
                })
                .await;
            });
        }
        sleep(minutes(OPENS)).await;
        open(&mut lock(&door));
        sleep(minutes(10)).await;
        guests.iter().map(|guest| lock(guest).clone()).collect()
    };
    virtual_time("guests at a door", program).result
}
