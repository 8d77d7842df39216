// Three cooks who wait for each other
//
// It belongs to the section "A memory of its own" of the chapter "Processes".
//
// Some programs are to be run, each in a process of its own, and all at the same time: in the test, none
// of them ends before all have begun. Their exit codes are wanted, in the order of the programs. `None`
// is for a process that was killed.

use std::io;
use std::process::Command;

/// Runs all of them at the same time, and gives their exit codes.
fn codes(programs: Vec<Command>) -> io::Result<Vec<Option<i32>>> {
    let mut codes = Vec::new();
    for mut program in programs {
        // TODO: `status` starts the program and waits for its end. It is `spawn` and then `wait`.
        codes.push(program.status()?.code());
    }
    Ok(codes)
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
