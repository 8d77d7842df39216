//! Two processes of an example on two machines, as far as a network can tell: two network namespaces
//! of Linux, with a cable between them and no other way out. The examples' own tests use one machine
//! and its loopback; they have to do where a system gives no namespaces.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use libtest_mimic::{Completion, Failed, Trial};
use mdbook_evidence::Example;

use crate::compare::compare;
use crate::root::root;
use crate::tools;

/// The examples that can be in two processes.
const EXAMPLES: [&str; 2] = ["dag-kitchen", "timely-words"];
/// More than any of it takes.
const LIMIT: Duration = Duration::from_secs(60);
/// How soon a process must have told that the other one is lost.
const SOON: Duration = Duration::from_secs(20);

pub(crate) fn trials() -> Vec<Trial> {
    let examples = Example::all(root()).into_iter();
    let same =
        examples.filter(|example| EXAMPLES.contains(&example.name.as_str())).map(|example| {
            let name = format!("{} prints the same on two machines", example.name);
            Trial::ignorable_test(name, move || {
                on_two_machines(|machines| same(&example, machines))
            })
        });
    let lost =
        Trial::ignorable_test("timely-words tells that the other machine's part is lost", || {
            on_two_machines(lost)
        });
    same.chain([lost]).collect()
}

/// Does a test where there can be two machines. A system that refuses them lacks no tool.
fn on_two_machines(
    test: impl Fn(&[Machine; 2]) -> Result<(), Failed>,
) -> Result<Completion, Failed> {
    if !cfg!(target_os = "linux") {
        return Ok(Completion::ignored_with("only Linux lets a program have a network of its own"));
    }
    for tool in ["ip", "nsenter", "unshare"] {
        if !tools::there(tool, "-V") {
            return tools::missing(tool);
        }
    }
    match two() {
        Ok(machines) => test(&machines).map(|()| Completion::Completed),
        Err(reason) => Ok(Completion::ignored_with(format!(
            "this system does not let a program have a network of its own: {reason}"
        ))),
    }
}

/// Both print together what the example must print, and all of it by the first.
fn same(example: &Example, machines: &[Machine; 2]) -> Result<(), Failed> {
    let parts = parts(&example.name, &["-w", "2"], machines)?;
    let printed = thread::scope(|scope| {
        let parts = parts.map(|mut part| scope.spawn(move || tools::run(&mut part, LIMIT)));
        parts.map(|part| part.join().expect("it does not panic"))
    });
    for (outcome, expected) in printed.into_iter().zip([example.expected()?, String::new()]) {
        let outcome = outcome?;
        let said = String::from_utf8_lossy(&outcome.stdout);
        if !outcome.success() {
            return Err(format!("{} {}\n{said}", example.name, outcome.end).into());
        }
        // timely itself prints whom it waits for.
        let of_timely = |line: &&str| line.starts_with("awaiting ") || line.starts_with("worker ");
        let said: String =
            said.lines().filter(|line| !of_timely(line)).map(|line| format!("{line}\n")).collect();
        compare(&expected, &said, false)?;
    }
    Ok(())
}

/// The second process is killed in the middle, and the first ends with an error.
fn lost(machines: &[Machine; 2]) -> Result<(), Failed> {
    let [mut first, mut second] = parts("timely-words", &["-"], machines)?;
    // The first has nothing to count, and waits for the second, whose input does not end.
    let first = thread::spawn(move || tools::run(&mut first, LIMIT));
    second.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut second = second.spawn()?;
    let mut input = second.stdin.take().ok_or("it has no input")?;
    let (send, reads) = mpsc::channel();
    thread::spawn(move || {
        // More than a pipe holds: when it is written somebody reads, so the two have met.
        let written = input.write_all("one knife two cooks\n".repeat(20_000).as_bytes());
        send.send((written, input))
    });
    let reads = reads.recv_timeout(LIMIT);
    let killed = Instant::now();
    second.kill()?;
    second.wait()?;
    let outcome = first.join().map_err(|_| "whoever waits for the first panicked")??;
    let (written, _input) = reads.map_err(|_| "the two do not meet")?;
    written?;
    let said = String::from_utf8_lossy(&outcome.stderr);
    if outcome.success() || !said.contains("a worker is lost") {
        return Err(format!("the other {}, and says\n{said}", outcome.end).into());
    }
    if killed.elapsed() > SOON {
        return Err(format!("the other noticed after {:?}", killed.elapsed()).into());
    }
    Ok(())
}

/// The two processes of an example, each for its machine.
fn parts(name: &str, arguments: &[&str], machines: &[Machine; 2]) -> Result<[Command; 2], Failed> {
    let program = tools::built(name)?;
    let hosts = crate::root::scratch("machines")?.join(format!("{name}-{}", arguments.concat()));
    std::fs::write(&hosts, "10.0.0.1:2101\n10.0.0.2:2101\n")?;
    Ok(["0", "1"].map(|part| {
        let machine = &machines[usize::from(part == "1")];
        let mut command = machine.command(&program.to_string_lossy());
        command.args(arguments).args(["-n", "2", "-p", part, "-h"]).arg(&hosts);
        command
    }))
}

/// A network namespace, which is there as long as this value.
struct Machine {
    /// A process in it that does nothing, and ends with its input, so at the latest with us.
    holder: Child,
}

/// Two machines and a cable, or why there cannot be any.
fn two() -> Result<[Machine; 2], String> {
    // What we may not do here we may do in a user namespace of our own.
    let mut unshare = Command::new("unshare");
    let first = Machine::start(unshare.args(["--user", "--map-root-user", "--net"]))?;
    let second = Machine::start(first.command("unshare").arg("--net"))?;
    let other = second.holder.id().to_string();
    first
        .ip(&["link", "add", "cable", "type", "veth", "peer", "name", "cable", "netns", &other])?;
    for (machine, address) in [(&first, "10.0.0.1/24"), (&second, "10.0.0.2/24")] {
        machine.ip(&["address", "add", address, "dev", "cable"])?;
        machine.ip(&["link", "set", "cable", "up"])?;
    }
    Ok([first, second])
}

impl Machine {
    /// `unshare` makes the namespaces.
    fn start(unshare: &mut Command) -> Result<Self, String> {
        unshare.args(["sh", "-c", "echo here && exec cat"]);
        unshare.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut holder = unshare.spawn().map_err(|error| error.to_string())?;
        let mut said = String::new();
        if let Some(output) = &mut holder.stdout {
            let _ = BufReader::new(output).read_line(&mut said);
        }
        if said != "here\n" {
            if let Some(mut errors) = holder.stderr.take() {
                let _ = errors.read_to_string(&mut said);
            }
            let _ = holder.wait();
            return Err(said.trim().to_owned());
        }
        Ok(Machine { holder })
    }

    /// A command in this machine.
    fn command(&self, program: &str) -> Command {
        let mut command = Command::new("nsenter");
        command.args(["--target", &self.holder.id().to_string()]);
        command.args(["--user", "--preserve-credentials", "--net", "--", program]);
        command
    }

    fn ip(&self, arguments: &[&str]) -> Result<(), String> {
        let mut command = self.command("ip");
        let outcome = tools::run(command.args(arguments), LIMIT).map_err(|e| e.to_string())?;
        let said = String::from_utf8_lossy(&outcome.stderr).trim().to_owned();
        if outcome.success() { Ok(()) } else { Err(said) }
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        // Its input ends, and so does it.
        drop(self.holder.stdin.take());
        let _ = self.holder.wait();
    }
}
