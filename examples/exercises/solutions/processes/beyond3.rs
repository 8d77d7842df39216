// The salad, with as many cooks as you like
//
// A task begins when the last of those that it needs has ended, and ends its own minutes later. Since
// those stand before it, their ends are known already. The last end of all is the length of the critical
// path.
//
// A function that calls itself for each need is shorter to write. But it computes a task once for each
// chain that leads to it, and there can be very many chains; it would have to remember, as this list does.

use exercises::beyond::Task;

/// The minutes until the last task is done.
fn shortest(tasks: &[Task]) -> u32 {
    let mut ends: Vec<u32> = Vec::new();
    for task in tasks {
        let begin = task.needs.iter().map(|&need| ends[need]).max().unwrap_or(0);
        ends.push(begin + task.minutes);
    }
    ends.into_iter().max().unwrap_or(0)
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
