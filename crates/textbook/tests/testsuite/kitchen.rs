//! A running textbook with a workspace of its own, and a client that speaks to its guarded routes.

use crate::fixture::{Answer, Fixture, Program, send, wait_for};
use serde_json::{Value, json};
use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::mpsc::Receiver;
use std::time::Duration;
use tempfile::TempDir;

/// The program, serving a book with two examples.
pub(crate) struct Kitchen {
    pub(crate) fixture: Fixture,
    program: Program,
    pub(crate) port: u16,
    pub(crate) key: String,
    /// The folder of what refuses, if anything does.
    _refusing: Option<TempDir>,
}

impl Kitchen {
    pub(crate) fn open() -> Self {
        Self::open_where(&[], &[])
    }

    /// Where `unshare` is refused what it asks the system for.
    #[cfg(target_os = "linux")]
    pub(crate) fn without_namespaces() -> Self {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a temporary folder");
        let program = folder.path().join("unshare");
        let refuse =
            "#!/bin/sh\necho 'unshare: unshare failed: Operation not permitted' >&2\nexit 1\n";
        fs::write(&program, refuse).expect("written");
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("ours");
        let path = std::env::var("PATH").expect("programs");
        let path = format!("{}:{path}", folder.path().display());
        Self { _refusing: Some(folder), ..Self::open_where(&[], &[("PATH", &path)]) }
    }

    /// Where the server is started by this command, and finds these environment variables.
    pub(crate) fn open_where(by: &[&str], environment: &[(&str, &str)]) -> Self {
        let fixture = Fixture::new();
        fixture.write(
            "Cargo.toml",
            "[workspace]\nresolver = \"3\"\nmembers = [\"examples/*/*\", \"tests/blocks\"]\n",
        );
        let package = |name: &str| format!("[package]\nname = \"{name}\"\nedition = \"2024\"\n");
        let blocks = package("blocks") + "[dependencies]\n";
        fixture.write("tests/blocks/Cargo.toml", blocks);
        fixture.write("tests/blocks/src/lib.rs", "");
        for (name, main) in [
            (
                "speaks",
                "fn main() { println!(\"one\"); eprintln!(\"two\"); std::process::exit(3); }",
            ),
            ("loses", "fn main() { println!(\"lost: 3 of 10\"); }"),
            (
                "repeats",
                "fn main() { println!(\"{:?}\", std::env::args().skip(1).collect::<Vec<_>>()); }",
            ),
            ("spins", "fn main() { println!(\"on\"); loop { std::hint::spin_loop(); } }"),
        ] {
            let at = |file: &str| format!("examples/a/{name}/{file}");
            let mut manifest = package(name) + "[package.metadata.output]\nseconds = 60\n";
            if name == "repeats" {
                manifest += "arguments = [\"--nap\", \"2\"]\n[[package.metadata.control]]\n\
                             option = \"--nap\"\ntitle = \"Nap\"\nvalues = [\"1\", \"2\"]\n";
            }
            fixture.write(&at("Cargo.toml"), manifest);
            fixture.write(&at("src/main.rs"), main);
            fixture.write(&at("expected.txt"), "lost: [..] of 10\n");
        }
        let claim = "[[claim]]\nid = \"lost\"\nsays = \"So many are lost\"\nkind = \"certificate\"\n\
                     witness = \"lost: [..] of 10\"\n";
        fixture.write("examples/a/loses/claims.toml", claim);
        let mut program = Program::start_where(&fixture, by, &["--port", "0"], environment);
        let address = program.line();
        let (page, key) = address.trim_end().split_once("/#key=").expect("a key");
        let port = page.rsplit(':').next().and_then(|port| port.parse().ok()).expect("a port");
        Self { program, port, key: key.to_owned(), fixture, _refusing: None }
    }

    /// The process, for whoever wants to know what it started.
    pub(crate) fn pid(&self) -> u32 {
        self.program.pid()
    }

    /// The headers that a page of ours sends.
    pub(crate) fn headers(&self) -> Vec<(&'static str, String)> {
        vec![
            ("Host", format!("127.0.0.1:{}", self.port)),
            ("Origin", format!("http://127.0.0.1:{}", self.port)),
            ("Content-Type", "application/json".to_owned()),
            ("Textbook-Key", self.key.clone()),
        ]
    }

    /// Asks, with these headers, and waits for the end of the answer.
    pub(crate) fn ask(&self, path: &str, headers: &[(&str, String)], body: &str) -> Answer {
        send(self.port, &request("POST", path, headers, body))
    }

    /// As a page of ours asks; what it is told, event for event.
    pub(crate) fn run(&self, path: &str, body: &Value) -> Vec<Value> {
        let answer = self.ask(path, &self.headers(), &body.to_string());
        assert_eq!(answer.status, 200, "{}", answer.body);
        events(&answer.body)
    }

    /// Runs an edited block: how it ended, and all that was printed.
    pub(crate) fn block(&self, code: &str) -> (String, String) {
        let events = self.run("/block", &json!({ "code": code }));
        let how = events.last().expect("an end")["how"].as_str().expect("text").to_owned();
        let printed = events.iter().filter_map(|event| event["text"].as_str());
        (how, printed.collect())
    }

    /// Asks, and hangs up when told to.
    pub(crate) fn hang_up_when(&self, path: &str, body: &Value, told: &Receiver<()>) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("connected");
        let request = request("POST", path, &self.headers(), &body.to_string());
        stream.write_all(request.as_bytes()).expect("sent");
        told.recv_timeout(Duration::from_secs(60)).expect("it is told");
    }

    /// Asks, and hangs up as soon as the answer has `word`.
    pub(crate) fn hang_up_after(&self, path: &str, body: &Value, word: &str) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("connected");
        stream.set_read_timeout(Some(Duration::from_secs(60))).expect("a time limit");
        let request = request("POST", path, &self.headers(), &body.to_string());
        stream.write_all(request.as_bytes()).expect("sent");
        let (mut heard, mut buffer) = (String::new(), [0; 4096]);
        while !heard.contains(word) {
            let count = stream.read(&mut buffer).expect("an answer within the time limit");
            assert!(count > 0, "it ended without {word:?}: {heard}");
            heard += &String::from_utf8_lossy(&buffer[..count]);
        }
    }

    /// Waits until nothing is left of any run: no process, no file, and a turn for the next one.
    pub(crate) fn nothing_left(&self) {
        wait_for("every process to end", || children(self.pid()).is_empty().then_some(()));
        let litter = || fs::read_dir(self.fixture.path("tmp")).expect("a folder").flatten();
        wait_for("every file to go", || (litter().count() == 0).then_some(()));
        let group = format!("textbook-{}-", self.pid());
        for parent in ["/sys/fs/cgroup/pids", "/sys/fs/cgroup"] {
            let groups = || fs::read_dir(parent).into_iter().flatten().flatten();
            let is_ours = |name: &str| name.starts_with(&group);
            wait_for("every group to go", || {
                (!groups().any(|entry| is_ours(&entry.file_name().to_string_lossy()))).then_some(())
            });
        }
        let again = self.run("/run", &json!({ "example": "speaks" }));
        assert_eq!(again.last().expect("an end")["how"], "It ended with exit code 3.");
    }
}

pub(crate) fn request(method: &str, path: &str, headers: &[(&str, String)], body: &str) -> String {
    let headers: String =
        headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let length = body.len();
    format!(
        "{method} {path} HTTP/1.1\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    )
}

/// The events of an answer, whose chunks have their lengths in between.
fn events(body: &str) -> Vec<Value> {
    body.lines()
        .filter(|line| line.starts_with('{'))
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}")))
        .collect()
}

/// The processes below this one, from the system's own list.
pub(crate) fn children(of: u32) -> Vec<u32> {
    let list = fs::read_dir("/proc").into_iter().flatten().flatten();
    let all: Vec<(u32, u32)> = list
        .filter_map(|entry| {
            let pid = entry.file_name().to_str()?.parse().ok()?;
            let stat = fs::read_to_string(entry.path().join("stat")).ok()?;
            // The name stands in brackets and may hold anything.
            let parent = stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()?;
            Some((pid, parent))
        })
        .collect();
    let mut found = vec![of];
    let mut at = 0;
    while at < found.len() {
        let parent_of_these = found[at];
        found.extend(
            all.iter().filter(|(_, parent)| *parent == parent_of_these).map(|(pid, _)| *pid),
        );
        at += 1;
    }
    found.split_off(1)
}
