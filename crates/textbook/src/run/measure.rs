//! Measuring an example's claims: the command that a reader could type, with its progress.

use super::Kitchen;
use super::event::{Event, Status, Teller, Text};
use super::execute::{OUTPUT, ending};
use anyhow::{Context, Result};
use child::{Limits, Pipe};
use serde::Deserialize;
use std::process::Command;
use std::time::Duration;

/// What a page asks for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Ask {
    /// The example whose claims are measured.
    pub(super) example: String,
}

/// An optimised build first, then some rounds.
const LIMITS: Limits = Limits { time: Duration::from_secs(3_600), output: 16 * OUTPUT };

pub(super) fn run(kitchen: &Kitchen, name: &str, tell: &Teller) -> Result<(bool, String)> {
    let mut command = Command::new(&kitchen.program.0);
    command.args(["measure", name]).current_dir(&kitchen.root);
    let mut command = kitchen.program.around(command);
    let (mut text, mut status) = (Text::default(), Status::default());
    tell.tell(&Event::Started { command: None });
    let end = child::stream(&mut command, LIMITS, &|| tell.gone(), &mut |pipe, bytes| {
        let text = text.add(pipe, bytes);
        match pipe {
            Pipe::Stdout => tell.tell(&Event::Printed { on: "stdout", text: &text }),
            Pipe::Stderr => tell.tell(&Event::Progress { text: status.add(&text) }),
        }
    });
    let end = end.context("failed to start the measurement")?;
    let (well, how) = ending(end);
    Ok((well, if well { "Measured; the pages show it in a moment.".to_owned() } else { how }))
}
