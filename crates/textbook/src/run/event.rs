//! What a page is told while something runs: one line of JSON an event.

use axum::body::Bytes;
use child::Pipe;
use serde::Serialize;
use tokio::sync::mpsc::UnboundedSender;

/// Something that happened. The page's script is the only reader: `run.js`.
#[derive(Debug, Serialize)]
#[serde(tag = "event", rename_all = "lowercase")]
pub(super) enum Event<'a> {
    /// What is being done before the program can start, or how far a measurement is.
    Progress { text: &'a str },
    /// The program starts now; and what a reader would type to start it.
    Started { command: Option<&'a str> },
    /// It printed this: to `stdout` or `stderr`; or the `compiler` did.
    Printed { on: &'a str, text: &'a str },
    /// What it did, drawn.
    Timeline { player: &'a str, numbers: &'a str },
    /// What it says about a claim.
    Verdict { claim: &'a str, says: &'a str, verdict: &'a str },
    /// It is over. Nothing follows.
    Ended { well: bool, how: &'a str },
}

/// Tells events to a page, as long as it listens.
#[derive(Debug)]
pub(super) struct Teller(UnboundedSender<Bytes>);

impl Teller {
    /// Nothing bounds the channel but what is sent through it: the limits on output.
    pub(super) fn new(sender: UnboundedSender<Bytes>) -> Self {
        Self(sender)
    }

    pub(super) fn tell(&self, event: &Event<'_>) {
        if let Ok(mut line) = serde_json::to_vec(event) {
            line.push(b'\n');
            // Nobody listens any more: `gone` says so too.
            let _ = self.0.send(line.into());
        }
    }

    /// Whether the page went away, or the reader pressed Stop.
    pub(super) fn gone(&self) -> bool {
        self.0.is_closed()
    }
}

/// What was printed, as text: a character that came in two pieces is held back until it is whole.
#[derive(Debug, Default)]
pub(super) struct Text {
    held: [Vec<u8>; 2],
}

impl Text {
    /// The text that is complete with these bytes.
    pub(super) fn add(&mut self, pipe: Pipe, bytes: &[u8]) -> String {
        let held = &mut self.held[usize::from(pipe == Pipe::Stderr)];
        held.extend_from_slice(bytes);
        let broken = match str::from_utf8(held) {
            // Without a length it may still become a character.
            Err(error) if error.error_len().is_none() => error.valid_up_to(),
            _ => held.len(),
        };
        let rest = held.split_off(broken);
        let text = String::from_utf8_lossy(held).into_owned();
        *held = rest;
        text
    }
}

/// A line that a program writes over and over, or piece by piece, to say what it is doing.
#[derive(Debug, Default)]
pub(super) struct Status(String);

impl Status {
    /// The line as it stands after this.
    pub(super) fn add(&mut self, text: &str) -> &str {
        for character in text.chars() {
            // What ended stands until something new begins.
            if self.0.ends_with(['\r', '\n']) && !['\r', '\n'].contains(&character) {
                self.0.clear();
            }
            self.0.push(character);
        }
        self.0.trim()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_in_two_pieces_comes_whole() {
        let mut text = Text::default();
        assert_eq!(text.add(Pipe::Stdout, b"caf\xc3"), "caf");
        assert_eq!(text.add(Pipe::Stderr, b"x"), "x");
        assert_eq!(text.add(Pipe::Stdout, b"\xa9\xff."), "é\u{fffd}.");
    }

    #[test]
    fn a_status_is_the_last_line_as_far_as_it_was_written() {
        let mut status = Status::default();
        assert_eq!(status.add("Running "), "Running");
        assert_eq!(status.add("loses …\n"), "Running loses …");
        assert_eq!(status.add("\r█░ a"), "█░ a");
        assert_eq!(status.add("\r██ b\r"), "██ b");
    }
}
