//! The example crates, seen as evidence: programs, what they print, what was recorded.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::Deserialize;

use crate::control::{self, Control};

/// One example crate: a folder `examples/<part>/<name>/`.
#[derive(Clone, Debug)]
pub struct Example {
    /// The folder's name, and the package's.
    pub name: String,
    /// The folder, seen from the book's root: `examples/concurrency/one-knife`.
    pub folder: PathBuf,
    root: PathBuf,
}

/// How an example's output is compared, from `[package.metadata.output]` in its `Cargo.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Expected {
    /// Arguments it is run with.
    pub arguments: Vec<String>,
    /// The lines may come in any order.
    pub unordered: bool,
    /// How often it is run; every run must print what is expected.
    pub runs: usize,
    /// Seconds that one run may take.
    pub seconds: u64,
    /// The most that must have executed at once in each recorded run, for what the chapter says of
    /// them: a busy machine may not show it, and is then not recorded.
    pub executing: Vec<usize>,
}

impl Default for Expected {
    fn default() -> Self {
        Expected {
            arguments: Vec::new(),
            unordered: false,
            runs: 1,
            seconds: 10,
            executing: Vec::new(),
        }
    }
}

impl Expected {
    /// The time limit of one run.
    #[must_use]
    pub fn time(&self) -> Duration {
        Duration::from_secs(self.seconds)
    }
}

#[derive(Deserialize)]
struct Manifest {
    package: Package,
}

#[derive(Deserialize)]
struct Package {
    metadata: Option<Metadata>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Metadata {
    output: Expected,
    control: Vec<Control>,
}

impl Example {
    /// All examples of the book, by name.
    #[must_use]
    pub fn all(root: &Path) -> Vec<Example> {
        Examples::new(root).by_name.into_values().collect()
    }

    /// A file of this example, on disk.
    #[must_use]
    pub fn path(&self, file: &str) -> PathBuf {
        self.root.join(&self.folder).join(file)
    }

    /// What it must print: `expected.txt`.
    ///
    /// # Errors
    ///
    /// Where the file is not there, with what to do.
    pub fn expected(&self) -> Result<String, String> {
        self.read("expected.txt").map_err(|error| {
            format!("{error}; write there what `cargo run -p {}` must print", self.name)
        })
    }

    /// Whether what it prints, or the order of its lines, may vary from run to run, so that the
    /// page shows a recorded one.
    ///
    /// # Errors
    ///
    /// Where there is no `expected.txt`, or `Cargo.toml` has a field that means nothing.
    pub fn varies(&self) -> Result<bool, String> {
        Ok(has_holes(&self.expected()?) || self.comparison()?.unordered)
    }

    /// What the page shows it printing: `expected.txt`, or the recorded run of it where that may
    /// vary.
    pub(crate) fn printed(&self) -> Result<String, String> {
        if !self.varies()? {
            return self.expected();
        }
        self.read("recorded/output.txt").map_err(|error| {
            format!("{error}; type `cargo run -- record {}` to record a run", self.name)
        })
    }

    /// How the output is compared.
    ///
    /// # Errors
    ///
    /// Where `Cargo.toml` cannot be read, or has a field that means nothing.
    pub fn comparison(&self) -> Result<Expected, String> {
        Ok(self.metadata()?.output)
    }

    /// What a reader may change about a run.
    ///
    /// # Errors
    ///
    /// Where `Cargo.toml` cannot be read, has a field that means nothing, or a control that cannot be.
    pub fn controls(&self) -> Result<Vec<Control>, String> {
        let controls = self.metadata()?.control;
        match controls.iter().find_map(Control::fault) {
            Some(fault) => Err(format!("{}: {fault}", self.shown("Cargo.toml"))),
            None => Ok(controls),
        }
    }

    /// The arguments of a run for which a reader has chosen this: by option, a value on offer.
    ///
    /// # Errors
    ///
    /// Something was chosen that is not on offer; or as for [`Example::controls`].
    pub fn arguments(&self, chosen: &BTreeMap<String, String>) -> Result<Vec<String>, String> {
        control::arguments(&self.comparison()?.arguments, &self.controls()?, chosen)
    }

    /// The command that runs it with these arguments.
    #[must_use]
    pub fn command(&self, arguments: &[String]) -> String {
        let dashes = if arguments.is_empty() { "" } else { " -- " };
        format!("cargo run -p {}{dashes}{}", self.name, arguments.join(" "))
    }

    fn metadata(&self) -> Result<Metadata, String> {
        let manifest: Manifest = toml::from_str(&self.read("Cargo.toml")?).map_err(|error| {
            format!("{}: {}", self.shown("Cargo.toml"), error.message().trim_end())
        })?;
        Ok(manifest.package.metadata.unwrap_or_default())
    }

    /// All that a chapter shows of it: its programs, and what it prints.
    pub(crate) fn text(&self) -> String {
        let files = ["src/main.rs", "src/main.py", "src/main.go"];
        let programs: String = files.iter().filter_map(|file| self.read(file).ok()).collect();
        programs + &self.printed().unwrap_or_default()
    }

    /// A file's text, or why it cannot be read.
    pub(crate) fn read(&self, file: &str) -> Result<String, String> {
        fs::read_to_string(self.path(file))
            .map_err(|error| format!("cannot read {}: {error}", self.shown(file)))
    }

    /// A file's path as readers see it, with `/` on every system.
    #[must_use]
    pub fn shown(&self, file: &str) -> String {
        self.folder.join(file).to_string_lossy().replace('\\', "/")
    }
}

/// Whether an expected text leaves something open: `[..]` within a line, `...` for lines.
#[must_use]
fn has_holes(expected: &str) -> bool {
    expected.contains("[..]") || expected.lines().any(|line| line == "...")
}

/// Every example by its name.
#[derive(Debug)]
pub(crate) struct Examples {
    by_name: BTreeMap<String, Example>,
    /// The folder of the reader's own measurements, where the pages show them.
    yours: Option<PathBuf>,
}

impl Examples {
    pub(crate) fn new(root: &Path) -> Self {
        let mut found = BTreeMap::new();
        for part in folders(&root.join("examples")) {
            for folder in folders(&part) {
                let is_crate = folder.join("Cargo.toml").is_file();
                let name = folder.file_name().and_then(|name| name.to_str()).map(str::to_owned);
                if let (true, Some(name), Ok(seen)) = (is_crate, name, folder.strip_prefix(root)) {
                    let example = Example {
                        name: name.clone(),
                        folder: seen.to_path_buf(),
                        root: root.to_path_buf(),
                    };
                    found.insert(name, example);
                }
            }
        }
        Examples { by_name: found, yours: None }
    }

    /// With the reader's own measurements, from the folder that `measure` keeps them in.
    pub(crate) fn with_yours(self, folder: PathBuf) -> Self {
        Examples { yours: Some(folder), ..self }
    }

    /// The folder of the reader's own measurements, where the pages show them.
    pub(crate) fn yours(&self) -> Option<&Path> {
        self.yours.as_deref()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Example> {
        self.by_name.values()
    }

    /// The example `name`, or which ones there are.
    pub(crate) fn get(&self, name: &str) -> Result<&Example, String> {
        self.by_name.get(name).ok_or_else(|| {
            let known: Vec<_> = self.by_name.keys().map(String::as_str).collect();
            format!("there is no example `{name}`; there are {}", known.join(", "))
        })
    }
}

/// The folders in a folder; none where it cannot be read.
fn folders(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect()
}
