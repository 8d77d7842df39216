//! A book with one example, `sum`, and measurements of it that are made up, so that every figure in
//! a page is known.

use std::fs;
use std::path::Path;

use claims::{Estimate, Measured, Passport, Round};
use mdbook_evidence::{Evidence, Example, MEASURED, Source};
use tempfile::TempDir;

const CLAIMS: &str = r#"[[claim]]
id = "two-threads"
says = "Two threads are faster than one loop"
kind = "ratio"
bench = { baseline = "sum/sequential", contender = "sum/scoped-2" }
at_least_times_e = 0.75
needs_e = 1.5
"#;

/// What was measured of `sum`.
pub(crate) struct Sum {
    pub(crate) ids: [&'static str; 3],
    /// The time of each, in nanoseconds.
    pub(crate) times: [f64; 3],
    pub(crate) e: f64,
}

impl Default for Sum {
    fn default() -> Self {
        Sum {
            ids: ["sum/sequential", "sum/scoped-1", "sum/scoped-2"],
            times: [1_000.0, 1_020.0, 550.0],
            e: 1.95,
        }
    }
}

impl Sum {
    /// The measurement's file.
    pub(crate) fn text(&self, machine: &str, code: &str) -> String {
        let passport = Passport {
            machine: machine.to_owned(),
            cpus: 2,
            system: "linux x86_64".to_owned(),
            date: "2026-11-20".to_owned(),
            commit: "abc1234".to_owned(),
        };
        let mut measured = Measured::new(passport, code.to_owned());
        for (id, ns) in self.ids.into_iter().zip(self.times) {
            let estimate = Estimate { median_ns: ns, low_ns: ns * 0.98, high_ns: ns * 1.03 };
            measured.estimate(id, estimate);
        }
        let [baseline_ns, _, contender_ns] = self.times;
        let round = Round { e_before: self.e, e_after: self.e, baseline_ns, contender_ns };
        for mut claim in claims::file::parse(CLAIMS).expect("claims without faults") {
            if let claims::Evidence::Bench(bench) = &mut claim.evidence {
                [bench.baseline, _, bench.contender] = self.ids.map(str::to_owned);
            }
            measured.judged(&claim, &[round; 9]);
        }
        measured.to_text()
    }
}

/// The book.
pub(crate) struct Book(TempDir);

impl Book {
    /// With the measurement that [`Sum::default`] is.
    pub(crate) fn measured() -> Book {
        let book = Book(tempfile::tempdir().expect("a temporary folder"));
        book.file("Cargo.toml", "[package]\nname = \"sum\"\n");
        book.file("src/main.rs", "fn main() {}\n");
        book.file("expected.txt", "55\n");
        book.record(&Sum::default());
        book.write("book/part/one.md", "# One\n\n{{#claim sum/two-threads}}\n");
        book
    }

    /// The folder that it is in.
    pub(crate) fn root(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.0.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    /// A file of the example.
    pub(crate) fn file(&self, path: &str, text: &str) {
        self.write(&format!("examples/sums/sum/{path}"), text);
    }

    /// The book's measurement, and claims about what it measured.
    pub(crate) fn record(&self, sum: &Sum) {
        let [baseline, _, contender] = sum.ids;
        let claims = CLAIMS.replace("sum/sequential", baseline).replace("sum/scoped-2", contender);
        self.file("claims.toml", &claims);
        self.file("recorded/measured.json", &sum.text("a machine", &self.code()));
    }

    /// The hash of the example's code.
    pub(crate) fn code(&self) -> String {
        let sum = Example::all(self.0.path()).pop().expect("the one example");
        sum.code_hash().expect("it is Rust")
    }

    /// The reader's measurement.
    pub(crate) fn yours(&self, sum: &Sum) {
        self.yours_as(&sum.text("another machine", &self.code()));
    }

    /// The text of the reader's measurement.
    pub(crate) fn yours_as(&self, text: &str) {
        self.write(&format!("{MEASURED}/sum/measured.json"), text);
    }

    /// The page for a host, or the faults.
    pub(crate) fn expand(&self, chapter: &str) -> String {
        self.expand_by(&Evidence::new(self.0.path()), chapter)
    }

    /// The page for the reader on this machine, or the faults.
    pub(crate) fn expand_served(&self, chapter: &str) -> String {
        self.expand_by(&Evidence::new(self.0.path()).with_yours(true), chapter)
    }

    fn expand_by(&self, evidence: &Evidence, text: &str) -> String {
        let source = Source { path: Path::new("book/part/chapter.md"), text };
        match evidence.expand(&source) {
            Ok(text) => text,
            Err(faults) => format!("{faults}\n"),
        }
    }
}
