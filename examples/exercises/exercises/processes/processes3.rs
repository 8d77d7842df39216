// A plug-in that crashes
//
// It belongs to the section "What a crash takes along" of the chapter "Processes".
//
// A plug-in is a program of somebody else. It reads a text from its standard input, to its end or as
// far as it likes, and its exit code is its opinion, a number from 0 to 100. A plug-in may also crash, by
// a panic (which is code 101 in Rust) or by an abort, before it has read the text or after. Then it has no
// opinion, `None`, and the program goes on.
//
// `Err` is for a plug-in that cannot be started or waited for at all.

use std::io::{self, Write};
use std::process::{Command, Stdio};

/// What the plug-in thinks of the text, if it does not crash.
fn opinion(mut plugin: Command, text: &str) -> io::Result<Option<i32>> {
    let mut child = plugin.stdin(Stdio::piped()).spawn()?;
    // TODO: What comes of these two lines when the plug-in is gone? And is every code an opinion?
    child.stdin.as_mut().expect("there is a pipe").write_all(text.as_bytes())?;
    // (`wait` closes `child.stdin` before it waits.)
    child.wait()?.code().map(Some).ok_or(io::Error::other("it crashed"))
}

fn main() {
    println!("{:?}", opinion(Command::new("no such plug-in"), "soup"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::processes;

    #[test]
    fn the_program_goes_on_whatever_the_plug_in_does() {
        processes::a_crash_is_no_opinion(opinion);
    }
}
