// A plug-in that crashes
//
// A text that cannot be written is no failure of this program: the plug-in is gone, or did not want to
// hear it all, and how it ended says which. An abort leaves no code, and not every code is an opinion.
// Here the end of the pipe is dropped before the wait, so the plug-in knows that it has the whole text.
//
// The child is waited for in any case, so that it does not stay a zombie. One thing is left: a plug-in
// that never ends. It would need a time limit, and then `kill`.

use std::io::{self, Write};
use std::process::{Command, Stdio};

/// What the plug-in thinks of the text, if it does not crash.
fn opinion(mut plugin: Command, text: &str) -> io::Result<Option<i32>> {
    let mut child = plugin.stdin(Stdio::piped()).spawn()?;
    if let Some(mut input) = child.stdin.take() {
        let _: io::Result<()> = input.write_all(text.as_bytes());
    }
    let code = child.wait()?.code();
    Ok(code.filter(|code| (0..=100).contains(code)))
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
