//! Messages in a queue that has an end on each side, and a bound.

use std::fmt;
use std::panic::Location;
use std::sync::Arc;
use std::sync::mpsc::{RecvError, SendError};

use crate::object::{Object, State};

/// What is under way, and who is there to send and to receive.
#[derive(Clone)]
struct Queue<T> {
    messages: Vec<T>,
    senders: usize,
    receiver: bool,
}

/// In words, since a reader sees it beside the steps; they tell all that there is to be told apart.
impl<T: fmt::Debug> fmt::Debug for Queue<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.messages)?;
        match self.senders {
            0 => f.write_str(", nobody sends")?,
            1 => {}
            senders => write!(f, ", {senders} send")?,
        }
        f.write_str(if self.receiver { "" } else { ", nobody receives" })
    }
}

/// The side that sends; it can be cloned.
#[derive(Debug)]
pub struct Sender<T: State> {
    queue: Arc<Object<Queue<T>>>,
    bound: usize,
    at: &'static Location<'static>,
}

/// The side that receives.
#[derive(Debug)]
pub struct Receiver<T: State> {
    queue: Arc<Object<Queue<T>>>,
    at: &'static Location<'static>,
}

/// A channel that holds up to `bound` messages, at least one, by a name that results show.
///
/// # Panics
///
/// With a bound of 0: a channel that hands over from one thread to another is not modelled.
#[must_use]
#[track_caller]
pub fn channel<T: State>(name: &str, bound: usize) -> (Sender<T>, Receiver<T>) {
    assert!(bound > 0, "a channel without room is not modelled");
    let queue = Queue { messages: Vec::new(), senders: 1, receiver: true };
    let (queue, at) = (Arc::new(Object::new(name, queue)), Location::caller());
    (Sender { queue: Arc::clone(&queue), bound, at }, Receiver { queue, at })
}

impl<T: State> Sender<T> {
    /// Sends a message, as soon as there is room.
    ///
    /// # Errors
    ///
    /// The message, where nobody can receive it any more.
    #[track_caller]
    pub fn send(&self, message: T) -> Result<(), SendError<T>> {
        let (bound, sent) = (self.bound, message.clone());
        let is_sent = self.queue.step("send", Location::caller(), move |queue| {
            if !queue.receiver {
                return Some(false);
            }
            (queue.messages.len() < bound).then(|| queue.messages.push(sent.clone()))?;
            Some(true)
        });
        crate::looked(&is_sent);
        if is_sent { Ok(()) } else { Err(SendError(message)) }
    }
}

impl<T: State> Clone for Sender<T> {
    #[track_caller]
    fn clone(&self) -> Sender<T> {
        let at = Location::caller();
        self.queue.step("clone", at, |queue| {
            queue.senders += 1;
            Some(())
        });
        Sender { queue: Arc::clone(&self.queue), bound: self.bound, at }
    }
}

impl<T: State> Drop for Sender<T> {
    fn drop(&mut self) {
        if !self.queue.is_gone() {
            self.queue.step("drop", self.at, |queue| {
                queue.senders -= 1;
                Some(())
            });
        }
    }
}

impl<T: State> Receiver<T> {
    /// Receives the message that was sent first, as soon as there is one.
    ///
    /// # Errors
    ///
    /// Where there is none and nobody can send one any more.
    #[track_caller]
    pub fn recv(&self) -> Result<T, RecvError> {
        self.recv_at(Location::caller())
    }

    fn recv_at(&self, at: &'static Location<'static>) -> Result<T, RecvError> {
        let received = self.queue.step("recv", at, |queue| {
            if queue.messages.is_empty() {
                return (queue.senders == 0).then_some(None);
            }
            Some(Some(queue.messages.remove(0)))
        });
        crate::looked(&received);
        received.ok_or(RecvError)
    }

    /// Receives until nobody can send any more.
    #[track_caller]
    pub fn iter(&self) -> impl Iterator<Item = T> {
        let at = Location::caller();
        std::iter::from_fn(move || self.recv_at(at).ok())
    }
}

impl<T: State> Drop for Receiver<T> {
    fn drop(&mut self) {
        if !self.queue.is_gone() {
            self.queue.step("drop", self.at, |queue| {
                queue.receiver = false;
                Some(())
            });
        }
    }
}
