//! What a thread notes, and how it is laid out in memory.

/// Something that happened on a thread.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Event {
    /// When, on the machine's monotonic clock in nanoseconds.
    pub(crate) at: u64,
    pub(crate) kind: Kind,
}

/// What happened. A span is known by the number that `tracing` gave it, which may come again once
/// the span is closed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Kind {
    /// A span began to exist; its name is so many bytes.
    Opened { span: u64, name: u32 },
    /// The thread has it.
    Entered { span: u64 },
    /// The thread no longer has it.
    Exited { span: u64 },
    /// It will not be entered again.
    Closed { span: u64 },
    /// The thread's CPU clock was read, in nanoseconds.
    Sampled { cpu: u64 },
    /// The thread is over.
    Ended,
}

/// The place of one event: when, what (with the length of a name), and which or how much. The name
/// of a span that is opened takes the places after it.
pub(crate) type Slot = [u64; 3];

/// How many bytes of a name a place holds.
const BYTES: usize = 24;
/// The longest name, in bytes; of a longer one the beginning is kept.
const LONGEST: usize = 10 * BYTES;

impl Event {
    pub(crate) fn to_slot(self) -> Slot {
        let (kind, value) = match self.kind {
            Kind::Opened { span, name } => (1 | u64::from(name) << 8, span),
            Kind::Entered { span } => (2, span),
            Kind::Exited { span } => (3, span),
            Kind::Closed { span } => (4, span),
            Kind::Sampled { cpu } => (5, cpu),
            Kind::Ended => (6, 0),
        };
        [self.at, kind, value]
    }

    /// `None` for a place that holds no event, which nobody writes.
    pub(crate) fn from_slot([at, kind, value]: Slot) -> Option<Event> {
        let kind = match kind & 0xff {
            1 => Kind::Opened { span: value, name: u32::try_from(kind >> 8).ok()? },
            2 => Kind::Entered { span: value },
            3 => Kind::Exited { span: value },
            4 => Kind::Closed { span: value },
            5 => Kind::Sampled { cpu: value },
            6 => Kind::Ended,
            _ => return None,
        };
        Some(Event { at, kind })
    }
}

/// As much of a name as is kept.
pub(crate) fn kept(name: &str) -> &str {
    let mut ends = (0..=LONGEST.min(name.len())).rev();
    let end = ends.find(|&end| name.is_char_boundary(end));
    &name[..end.unwrap_or(0)]
}

/// The bytes of a name, place by place.
pub(crate) fn name_slots(name: &str) -> impl ExactSizeIterator<Item = Slot> + '_ {
    name.as_bytes().chunks(BYTES).map(|bytes| {
        let mut slot = [0; 3];
        for (word, bytes) in slot.iter_mut().zip(bytes.chunks(8)) {
            let mut padded = [0; 8];
            padded[..bytes.len()].copy_from_slice(bytes);
            *word = u64::from_le_bytes(padded);
        }
        slot
    })
}

/// How many places a name of so many bytes takes.
pub(crate) fn slots_of_name(bytes: u32) -> usize {
    (bytes as usize).div_ceil(BYTES)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_hold_events() {
        let value = u64::MAX - 7;
        for kind in [
            Kind::Opened { span: value, name: u32::MAX },
            Kind::Entered { span: value },
            Kind::Exited { span: value },
            Kind::Closed { span: value },
            Kind::Sampled { cpu: value },
            Kind::Ended,
        ] {
            let event = Event { at: value, kind };
            assert_eq!(Event::from_slot(event.to_slot()), Some(event));
        }
        assert_eq!(Event::from_slot([0; 3]), None);
    }

    #[test]
    fn names_are_cut_between_characters() {
        assert_eq!(kept("spin a"), "spin a");
        assert_eq!(kept(&"x".repeat(1_000)).len(), LONGEST);
        assert_eq!(kept(&format!("x{}", "é".repeat(1_000))).len(), LONGEST - 1);
        assert_eq!(name_slots("").len(), slots_of_name(0));
        for bytes in [1, 23, 24, 25, 240] {
            let name = "x".repeat(bytes);
            assert_eq!(name_slots(&name).len(), slots_of_name(bytes as u32));
        }
    }
}
