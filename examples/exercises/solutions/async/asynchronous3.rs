// Guests at a closed door
//
// Who cannot go on leaves a bell with whatever he waits for. So it is the door that has the bells, one
// for each guest who waits, and whoever opens it rings them all. In between the guests cost no turn.
// First the door is open, then the bells ring: a guest who is woken looks again, and must see it.
//
// The price is a list that grows. A guest who waits for something else too, in one task, has turns for
// that as well, and leaves a bell each time; `Waker::will_wake` tells whether his is there already. In
// a program one would take `tokio::sync::watch`, or a `Notify`, which have thought of that.

use std::task::{Context, Poll, Waker};

#[derive(Default)]
struct Door {
    open: bool,
    bells: Vec<Waker>,
}

impl Door {
    /// A guest has a turn.
    fn poll(&mut self, context: &mut Context<'_>) -> Poll<()> {
        if self.open {
            return Poll::Ready(());
        }
        self.bells.push(context.waker().clone());
        Poll::Pending
    }

    /// From now on everybody may go in.
    fn open(&mut self) {
        self.open = true;
        self.bells.drain(..).for_each(Waker::wake);
    }
}

fn main() {
    let (mut door, mut context) = (Door::default(), Context::from_waker(Waker::noop()));
    println!("{:?}", door.poll(&mut context));
    door.open();
    println!("{:?}", door.poll(&mut context));
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::asynchronous;

    #[test]
    fn nobody_is_asked_in_vain() {
        asynchronous::nobody_is_asked_in_vain(Door::poll, Door::open);
    }
}
