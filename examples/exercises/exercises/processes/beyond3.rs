// The salad, with as many cooks as you like
//
// It belongs to the section "A graph of tasks" of the chapter "Beyond one machine".
//
// A task takes some minutes, and begins when all the tasks that it needs are done. It needs only tasks
// that stand before it in the list, by their places there. There are as many cooks as you like. How many
// minutes does it take at least until all tasks are done?

use exercises::beyond::Task;

/// The minutes until the last task is done.
fn shortest(tasks: &[Task]) -> u32 {
    // TODO: That is with one cook.
    tasks.iter().map(|task| task.minutes).sum()
}

fn main() {
    let wash = Task { minutes: 3, needs: vec![] };
    let chop = Task { minutes: 5, needs: vec![] };
    let mix = Task { minutes: 1, needs: vec![0, 1] };
    println!("{} minutes", shortest(&[wash, chop, mix]));
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::beyond;

    #[test]
    fn no_graph_can_be_done_sooner() {
        beyond::as_long_as_the_longest_chain(shortest);
    }
}
