// Three needs, three tools
//
// The barrier is for *nobody before all*, the semaphore for *no more than two*, the lock for *not
// torn*. Each is held for what it is for, and no longer: the bowl is taken after the frying, or the
// second stove stands empty.
//
// A semaphore with one permit could guard the bowl as well. But a lock has the bowl in it, and then the
// compiler sees to it that nobody takes the one without the other.

use exercises::decisions::Kitchen;

/// What one of the cooks does.
fn cook(kitchen: &Kitchen) {
    kitchen.all_here.wait();
    kitchen.stoves.acquire();
    kitchen.fry();
    kitchen.stoves.release();
    *kitchen.bowl.lock() += 1;
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
