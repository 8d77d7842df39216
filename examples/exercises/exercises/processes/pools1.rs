// Half an answer
//
// It belongs to the section "A line out, a line back" of the chapter "Pools".
//
// A worker answers with a number on a line of its own. It can be killed at any byte of it, and the pool
// then reads what was written so far. What is read is an answer only if it was written to its end, and
// if it is a number.

/// The answer of a worker, where `read` is all that came through the pipe.
fn answer(read: &str) -> Option<u64> {
    // TODO: The worker wanted to say 120, and was killed after two digits.
    read.trim().parse().ok()
}

fn main() {
    println!("from `120`, all but its end: {:?}", answer("120"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::pools;

    #[test]
    fn what_breaks_off_is_no_answer() {
        pools::whole_lines_are_answers(answer);
    }
}
