//! A process that has ended, before and after somebody takes its result.
//!
//! Run it: `cargo run -p zombie`

use std::process::{Child, Command, exit};
use std::{env, fs, io};

/// What the system says of a process: `Z` is a zombie, ended and not yet waited for.
fn state(process: u32) -> String {
    let Ok(stat) = fs::read_to_string(format!("/proc/{process}/stat")) else {
        return "no such process".to_owned();
    };
    // `4711 (zombie) Z 4710 …`
    let after_name = stat.rsplit_once(')').map_or("", |(_, after)| after);
    format!("state {}", after_name.split_whitespace().next().unwrap_or("unknown"))
}

/// Waits for the end of a process, and leaves its result where it is.
#[cfg(target_os = "linux")]
fn has_ended(child: &Child) -> io::Result<()> {
    use rustix::process::{Pid, WaitId, WaitIdOptions, waitid};
    let id = Pid::from_child(child);
    waitid(WaitId::Pid(id), WaitIdOptions::EXITED | WaitIdOptions::NOWAIT)?;
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn has_ended(_: &Child) -> io::Result<()> {
    Err(io::Error::other("only Linux shows here what becomes of a process that has ended"))
}

fn main() -> io::Result<()> {
    if env::args().len() > 1 {
        exit(3); // This process is the child.
    }
    let mut child = Command::new(env::current_exe()?).arg("child").spawn()?;
    has_ended(&child)?;
    println!("it has ended:         {}", state(child.id()));
    println!("its result is taken:  {}", child.wait()?);
    println!("after that:           {}", state(child.id()));
    Ok(())
}
