// Questions in an order
//
// What may break is asked first: nothing else that is true of the work makes a crash harmless. Then
// comes the narrower question of two: who waits and computes much also waits.
//
// A `match` on a tuple of the answers would let the compiler say which row is never reached. It has to be
// read twice; rows in an order are read once, from above.

use exercises::decisions::{Dress, Work};

/// What the work wears, from what was measured.
fn dress(work: &Work) -> Dress {
    let computes_much = work.computes_us >= 1_000;
    if work.may_crash {
        Dress::Processes
    } else if work.waits_us == 0 && u64::from(work.parts) * work.computes_us < 100 {
        Dress::Nothing
    } else if work.waits_us > 0 && computes_much {
        Dress::TasksAndPool
    } else if work.waits_us > 0 && work.parts < 1_000 {
        Dress::Threads
    } else if work.waits_us > 0 {
        Dress::Tasks
    } else {
        Dress::Pool
    }
}

fn main() {
    let plug_ins = Work { parts: 30, computes_us: 100, waits_us: 40_000, may_crash: true };
    println!("plug-ins of strangers: {:?}", dress(&plug_ins));
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::decisions;

    #[test]
    fn every_row_of_the_table_is_reached() {
        decisions::every_work_wears_its_row(dress);
    }
}
