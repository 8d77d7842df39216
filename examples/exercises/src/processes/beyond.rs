//! Checks of the exercises for *Beyond one machine*.

use crate::grade::lists;

/// What a worker knows of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// How often it stands in the lines.
    pub count: u32,
    /// The number of the first line in which it stands.
    pub first: u32,
}

/// Whatever the order and the grouping, the count is of all lines, and the line is the first of them.
///
/// # Panics
///
/// With the entries in an order, and the grouping, for which it is not so.
#[track_caller]
pub fn order_and_grouping_do_not_matter(together: fn(Entry, Entry) -> Entry) {
    // Line 0 has the word, too; and a worker with more lines need not have the first.
    for firsts in lists(3, 3).into_iter().filter(|firsts| firsts.len() > 1) {
        let number = |place: usize| firsts[place] as u32;
        let entry = |place| Entry { count: 1 + number(place) % 3, first: number(place) };
        let entries: Vec<_> = (0..firsts.len()).map(entry).collect();
        let count = entries.iter().map(|entry| entry.count).sum();
        let first = entries.iter().map(|entry| entry.first).min().unwrap_or(0);
        let wanted = Entry { count, first };
        let (a, b) = (entries[0], entries[1]);
        let mut ways = Vec::new();
        if let Some(&c) = entries.get(2) {
            ways.push((together(together(a, b), c), "(a with b) with c"));
            ways.push((together(a, together(b, c)), "a with (b with c)"));
        } else {
            ways.push((together(a, b), "a with b"));
        }
        for (yours, way) in ways {
            let names: Vec<_> = ["a", "b", "c"].iter().zip(&entries).collect();
            let lines = names.iter().map(|(name, entry)| format!("  {name}: {entry:?}\n"));
            assert!(
                yours == wanted,
                "In this order the entries arrive:\n{}Put together as {way} they are to give {wanted:?}. \
                 Yours gives {yours:?}.",
                lines.collect::<String>()
            );
        }
    }
}

/// What the shop is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Chosen once; the same whenever the request is sent again.
    pub number: u32,
    /// How many onions are wanted.
    pub onions: u32,
}

/// Each number is done once, and answered as the first time whenever it comes.
///
/// # Panics
///
/// With the shortest story of arrivals for which it is not so.
#[track_caller]
pub fn each_request_is_done_once<S>(
    new: fn(u32) -> S,
    serve: fn(&mut S, &Request) -> u32,
    left: fn(&S) -> u32,
) {
    // Two of them want as many onions, but are two requests; and one wants none.
    const ONIONS: [u32; 4] = [2, 2, 3, 0];
    for arrivals in lists(4, ONIONS.len() as u64 - 1) {
        let mut shop = new(10);
        let (mut onions, mut answers) = (10, [None; ONIONS.len()]);
        let mut story = String::new();
        for number in arrivals {
            let number = number as usize;
            let request = Request { number: number as u32, onions: ONIONS[number] };
            let wanted = *answers[number].get_or_insert_with(|| {
                onions -= ONIONS[number];
                onions
            });
            let yours = serve(&mut shop, &request);
            story += &format!("  {request:?}: {yours} are left\n");
            assert!(
                yours == wanted && left(&shop) == onions,
                "The shop has 10 onions. These requests arrive, and this is answered:\n{story}The last \
                 is to be answered with {wanted}, and then the shop has {onions}. Yours has {}.",
                left(&shop)
            );
        }
    }
}

/// A task of a graph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// How long it takes.
    pub minutes: u32,
    /// The places of the tasks that must be done before.
    pub needs: Vec<usize>,
}

/// With enough cooks, a graph takes as long as its longest chain of tasks that need each other.
///
/// # Panics
///
/// With the smallest graph for which it is not so, and that chain.
#[track_caller]
pub fn as_long_as_the_longest_chain(shortest: fn(&[Task]) -> u32) {
    for minutes in lists(4, 3).into_iter().filter(|minutes| !minutes.contains(&0)) {
        let pairs = minutes.len() * minutes.len().saturating_sub(1) / 2;
        for graph in 0..1_u32 << pairs {
            let tasks = tasks(&minutes, graph);
            let chains = (0..tasks.len()).map(|task| chain(&tasks, task));
            let (wanted, longest) = chains.max_by_key(|chain| chain.0).unwrap_or_default();
            let yours = shortest(&tasks);
            let line = |(place, task): (usize, &Task)| {
                let Task { minutes, needs } = task;
                format!("  task {place}: {minutes} minutes, needs {needs:?}\n")
            };
            assert!(
                yours == wanted,
                "{}It takes {wanted} minutes: the longest chain is of the tasks {longest:?}. Yours says \
                 {yours}.",
                tasks.iter().enumerate().map(line).collect::<String>()
            );
        }
    }
    let mut tasks: Vec<Task> = Vec::new();
    for place in 0_usize..64 {
        tasks.push(Task { minutes: 1, needs: (0..place).collect() });
    }
    let yours = crate::grade::patiently("64 tasks, each of which needs all before", move || {
        shortest(&tasks)
    });
    assert!(yours == 64, "64 tasks, each of which needs all before, take 64 minutes, not {yours}.");
}

/// A graph: its bits say which of the pairs of tasks need each other.
fn tasks(minutes: &[u64], graph: u32) -> Vec<Task> {
    let mut bit = 0;
    let mut task = |(place, minutes): (usize, &u64)| {
        let mut needs = Vec::new();
        for need in 0..place {
            if graph >> bit & 1 == 1 {
                needs.push(need);
            }
            bit += 1;
        }
        Task { minutes: *minutes as u32, needs }
    };
    minutes.iter().enumerate().map(&mut task).collect()
}

/// The longest chain that ends with a task: its minutes, and its tasks.
fn chain(tasks: &[Task], last: usize) -> (u32, Vec<usize>) {
    let before = tasks[last].needs.iter().map(|&need| chain(tasks, need));
    let (minutes, mut places) = before.max_by_key(|chain| chain.0).unwrap_or_default();
    places.push(last);
    (minutes + tasks[last].minutes, places)
}
