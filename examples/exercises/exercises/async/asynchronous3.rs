// Guests at a closed door
//
// It belongs to the section "A turn, and a bell" of the chapter "Asynchronous".
//
// Guests come to a door, each of them a task. The executor calls `poll` when a guest has a turn: may he
// go in? `open` is called once, by another task. This door asks to be polled again at once, and the
// guests have turns all day, in vain. A guest who comes to a closed door should have one turn then, and
// one when the door opens. Add to the door whatever it needs, and write both methods.

use std::task::{Context, Poll, Waker};

#[derive(Default)]
struct Door {
    open: bool,
}

impl Door {
    /// A guest has a turn.
    fn poll(&mut self, context: &mut Context<'_>) -> Poll<()> {
        if self.open {
            return Poll::Ready(());
        }
        // TODO: Whose bell is this, and who should ring it?
        context.waker().wake_by_ref();
        Poll::Pending
    }

    /// From now on everybody may go in.
    fn open(&mut self) {
        self.open = true;
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
