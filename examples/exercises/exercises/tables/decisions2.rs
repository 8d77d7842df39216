// Three needs, three tools
//
// It belongs to the section "From the need to the primitive" of the chapter "Decision tables".
//
// Each cook comes, fries, and puts one thing into the bowl. Three things must be so: nobody fries before
// all are there; up to two fry at the same time, as there are two stoves; and nothing that is put into the
// bowl is lost. The kitchen has a tool for each of these. The cook below uses one of them for two needs,
// and one for none.

use exercises::decisions::Kitchen;

/// What one of the cooks does.
fn cook(kitchen: &Kitchen) {
    kitchen.all_here.wait();
    // TODO: For which need is which tool? A semaphore has `acquire` and `release`.
    let mut bowl = kitchen.bowl.lock();
    kitchen.fry();
    *bowl += 1;
}

fn main() {
    let kitchen = Kitchen::of(1);
    cook(&kitchen);
    println!("in the bowl: {}", *kitchen.bowl.lock());
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::decisions;

    #[test]
    fn each_need_has_its_tool() {
        decisions::three_needs_are_met(cook);
    }
}
