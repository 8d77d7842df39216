// Questions in an order
//
// It belongs to the section "From the work to the model" of the chapter "Decision tables".
//
// A part of some work was measured: how long it computes and how long it waits. Each row of the table is a
// question here, and the first that is answered with yes decides. Now the order is such that some rows are
// never reached, and strangers' code runs in threads. In the table, what may crash is for processes whatever
// else it does, and what computes much after it has waited is kept apart from what only waits.

use exercises::decisions::{Dress, Work};

/// What the work wears, from what was measured.
fn dress(work: &Work) -> Dress {
    let computes_much = work.computes_us >= 1_000;
    // TODO: All the rows are there. In which order are they to be asked?
    if work.waits_us == 0 && u64::from(work.parts) * work.computes_us < 100 {
        Dress::Nothing
    } else if work.waits_us > 0 && work.parts < 1_000 {
        Dress::Threads
    } else if work.waits_us > 0 {
        Dress::Tasks
    } else if work.waits_us > 0 && computes_much {
        Dress::TasksAndPool
    } else if work.may_crash {
        Dress::Processes
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
