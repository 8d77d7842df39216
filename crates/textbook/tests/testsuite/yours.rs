//! What the reader measured: in the book that is served on their machine, and in no other.

use crate::fixture::Fixture;
use claims::{Estimate, Measured, Passport, Round};
use mdbook_evidence::{Example, MEASURED};
use textbook::commands::build::build;
use textbook::live::LiveBook;

const CLAIMS: &str = r#"[[claim]]
id = "sharp"
says = "A sharp knife is faster"
kind = "ratio"
bench = { baseline = "knife/blunt", contender = "knife/sharp" }
at_least = 1.2
"#;

/// A measurement of the example `knife`, in which the sharp one took so long.
fn measured(fixture: &Fixture, machine: &str, sharp: f64) -> String {
    let knife = Example::all(fixture.root()).pop().expect("the one example");
    let code = knife.code_hash().expect("it is Rust");
    let passport = Passport { machine: machine.to_owned(), ..Passport::here(String::new()) };
    let mut measured = Measured::new(passport, code);
    for (id, ns) in [("knife/blunt", 100.0), ("knife/sharp", sharp)] {
        measured.estimate(id, Estimate { median_ns: ns, low_ns: ns, high_ns: ns });
    }
    let round = Round { e_before: 2.0, e_after: 2.0, baseline_ns: 100.0, contender_ns: sharp };
    for claim in claims::file::parse(CLAIMS).expect("claims without faults") {
        measured.judged(&claim, &[round; 9]);
    }
    measured.to_text()
}

#[test]
fn the_readers_figures_are_served_and_not_built() {
    let fixture = Fixture::new();
    let knife = |file: &str, text: &str| fixture.write(&format!("examples/a/knife/{file}"), text);
    knife("Cargo.toml", "[package]\nname = \"knife\"\n");
    knife("src/main.rs", "fn main() {}\n");
    knife("expected.txt", "\n");
    knife("claims.toml", CLAIMS);
    knife("recorded/measured.json", &measured(&fixture, "the book's machine", 50.0));
    fixture.write("book/one.md", "# One\n\nA knife: {{#claim knife/sharp}}.\n");
    fixture.write("book/claims.md", "# Claims\n\n{{#claims}}\n");
    fixture.write("book/SUMMARY.md", "- [One](one.md)\n- [Claims](claims.md)\n");
    let yours = format!("{MEASURED}/knife/measured.json");
    fixture.write(&yours, measured(&fixture, "this very machine", 40.0));

    let mut book = LiveBook::new(fixture.root().to_owned());
    let published = book.subscribe();
    let mut served = |path: &str| {
        book.rebuild().expect("built");
        let site = published.borrow().site.clone().expect("a site");
        let page = site.get(path).unwrap_or_else(|| panic!("{path} is not in the site"));
        String::from_utf8(page.bytes.to_vec()).expect("text")
    };
    assert!(served("/one.html").contains("2.0×<span class=\"here\"> · here 2.5×</span></a>"));
    assert!(served("/claims.html").contains("this very machine"));

    build(fixture.root(), &fixture.path("site")).expect("built");
    assert!(fixture.read("site/one.html").contains("2.0×</a>"));
    let claims = fixture.read("site/claims.html");
    assert!(claims.contains("the book's machine") && !claims.contains("this very machine"));

    // Half a file is no fault of the book.
    fixture.write(&yours, "{\"measured\": 1,");
    assert!(served("/one.html").contains("2.0×</a>"));
    assert!(served("/claims.html").contains("Your machine's measurement is left out: target/"));
}
