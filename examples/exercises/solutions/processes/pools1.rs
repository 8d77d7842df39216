// Half an answer
//
// The end of the line is the last thing that a worker writes. If it is there, so is all that stands
// before it. The digits alone cannot tell: the first digits of a number are a number, too.
//
// One could send the length first, and then that many bytes. That also works for answers in which the
// end of a line can occur; a person cannot read it as easily.

/// The answer of a worker, where `read` is all that came through the pipe.
fn answer(read: &str) -> Option<u64> {
    read.strip_suffix('\n')?.parse().ok()
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
