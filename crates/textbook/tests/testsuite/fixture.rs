//! A book in a temporary folder, and a browser that is as rude as a test needs it to be.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Two chapters, mdBook's own theme.
pub(crate) struct Fixture {
    folder: TempDir,
}

impl Fixture {
    pub(crate) fn new() -> Self {
        let fixture = Self { folder: tempfile::tempdir().expect("a temporary folder") };
        fixture.configure("hash-files = false");
        fixture.write("book/SUMMARY.md", "# Summary\n\n- [One](one.md)\n- [Two](part/two.md)\n");
        fixture.write("book/one.md", "# One\n\nA first knife.\n");
        fixture.write("book/part/two.md", "# Two\n\nA second cook.\n");
        fixture
    }

    /// Writes `book.toml` with these lines about the pages.
    pub(crate) fn configure(&self, html: &str) {
        let book = "[book]\ntitle = \"Two Cooks\"\nsrc = \"book\"";
        let order = "[preprocessor.evidence]\nbefore = [\"links\"]";
        self.write("book.toml", format!("{book}\n\n{order}\n\n[output.html]\n{html}\n"));
    }

    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.root().join(name)
    }

    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("inside the fixture")).expect("created");
        fs::write(path, content).expect("written");
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// What builds have left in `target`, hidden or not, but for the site itself.
    pub(crate) fn litter(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(self.path("target")).into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).filter(|path| !path.ends_with("book")).collect()
    }
}

/// The program itself, killed when a test ends in whatever way.
pub(crate) struct Program {
    child: Child,
}

impl Program {
    /// Starts it as a reader would, somewhere inside the book.
    pub(crate) fn start(fixture: &Fixture, arguments: &[&str]) -> Self {
        Self::start_where(fixture, &[], arguments, &[])
    }

    /// The same, by a command that becomes the program, with these environment variables.
    pub(crate) fn start_where(
        fixture: &Fixture,
        by: &[&str],
        arguments: &[&str],
        environment: &[(&str, &str)],
    ) -> Self {
        let words: Vec<_> = by.iter().chain(&[env!("CARGO_BIN_EXE_textbook")]).collect();
        let mut command = Command::new(words[0]);
        command.args(&words[1..]).args(arguments).current_dir(fixture.path("book"));
        fs::create_dir_all(fixture.path("tmp")).expect("created");
        // Its own folders, so that a test sees what is left in them.
        command.env_remove("CARGO_TARGET_DIR").env("TMPDIR", fixture.path("tmp"));
        command.envs(environment.iter().copied());
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        Self { child: command.spawn().expect("the program starts") }
    }

    pub(crate) fn pid(&self) -> u32 {
        self.child.id()
    }

    /// The next line that it prints.
    pub(crate) fn line(&mut self) -> String {
        let stdout = self.child.stdout.take().expect("the one line that a test asks for");
        let mut line = String::new();
        BufReader::new(stdout).read_line(&mut line).expect("text");
        line
    }

    /// Its exit code and what it printed, on standard output and on standard error.
    pub(crate) fn end(mut self) -> (Option<i32>, String, String) {
        let status = wait_for("the program's end", || self.child.try_wait().expect("a child"));
        let mut printed = [String::new(), String::new()];
        let [out, err] = &mut printed;
        self.child.stdout.take().expect("a pipe").read_to_string(out).expect("text");
        self.child.stderr.take().expect("a pipe").read_to_string(err).expect("text");
        let [out, err] = printed;
        (status.code(), out, err)
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended by itself.
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// An answer of the server.
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// Status line and headers, in lower case.
    pub(crate) head: String,
    pub(crate) body: String,
}

/// Sends these very bytes, and reads until the server closes.
pub(crate) fn send(port: u16, request: &str) -> Answer {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("connected");
    stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a time limit");
    stream.write_all(request.as_bytes()).expect("sent");
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).expect("an answer within the time limit");
    let text = String::from_utf8_lossy(&bytes);
    let (head, body) = text.split_once("\r\n\r\n").expect("headers");
    let status = head[9..12].parse().expect("a status");
    Answer { status, head: head.to_lowercase(), body: body.to_owned() }
}

/// Asks as a browser on this machine would.
pub(crate) fn get(port: u16, path: &str) -> Answer {
    request(port, "GET", path, &format!("Host: 127.0.0.1:{port}\r\n"))
}

pub(crate) fn request(port: u16, method: &str, path: &str, headers: &str) -> Answer {
    send(port, &format!("{method} {path} HTTP/1.1\r\n{headers}Connection: close\r\n\r\n"))
}

/// Asks until there is an answer; a test that waits in vain says what for.
pub(crate) fn wait_for<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + Duration::from_secs(60);
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(Instant::now() < deadline, "waited in vain: {what}");
        thread::sleep(Duration::from_millis(10));
    }
}
