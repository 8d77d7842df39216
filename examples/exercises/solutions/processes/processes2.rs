// Three cooks who wait for each other
//
// First all are started, then all are waited for. `collect` between the two matters: without it the
// iterator would start one, wait for it, and then start the next.
//
// If one cannot be started, `?` returns at once, and nobody waits for those that have begun. They go on,
// and stay zombies when they end. A program that lives long would wait for them first. With threads it
// would be the same picture: `spawn` all, then `join` all; a scope does the second by itself.

use std::io;
use std::process::{Child, Command};

/// Runs all of them at the same time, and gives their exit codes.
fn codes(programs: Vec<Command>) -> io::Result<Vec<Option<i32>>> {
    let start = |mut program: Command| program.spawn();
    let children: Vec<Child> = programs.into_iter().map(start).collect::<io::Result<_>>()?;
    let end = |mut child: Child| Ok(child.wait()?.code());
    children.into_iter().map(end).collect()
}

fn main() -> io::Result<()> {
    println!("exit codes: {:?}", codes(Vec::new())?);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::processes;

    #[test]
    fn all_of_them_run_at_the_same_time() {
        processes::all_have_begun_before_one_ends(codes);
    }
}
