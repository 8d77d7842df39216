//! The static site: what a faulty book reports, and that it leaves the old site alone.

use crate::fixture::{Fixture, Program};
use std::fs;
use textbook::commands::build::build;
use textbook::faults::Faults;

/// Exit code, standard output, standard error.
fn run_build(fixture: &Fixture, arguments: &[&str]) -> (Option<i32>, String, String) {
    Program::start(fixture, &[&["build"], arguments].concat()).end()
}

/// Builds a book that must not build, and returns its faults.
fn faults(fixture: &Fixture) -> Vec<String> {
    let error = build(fixture.root(), &fixture.path("target/book")).expect_err("a faulty book");
    error.downcast::<Faults>().expect("faults of the book").0
}

/// One fault, with this text somewhere in it.
fn check(fixture: &Fixture, place: &str, parts: &[&str]) {
    let faults = faults(fixture);
    let [fault] = faults.as_slice() else { panic!("one fault is expected: {faults:#?}") };
    assert!(fault.starts_with(place), "{place}: {fault}");
    for part in parts {
        assert!(fault.contains(part), "{part}: {fault}");
    }
}

#[test]
fn a_build_is_complete_and_leaves_nothing_beside_it() {
    let fixture = Fixture::new();
    let (code, shown, said) = run_build(&fixture, &[]);
    assert_eq!(code, Some(0), "{said}");
    assert!(fixture.read("target/book/part/two.html").contains("A second cook."));
    assert!(fixture.read("target/book/searchindex.js").contains("knife"));
    assert!(!fixture.read("target/book/index.html").contains("live.js"), "only `serve` follows");
    assert_eq!(fixture.litter(), Vec::<std::path::PathBuf>::new());
    assert!(shown.trim_end().ends_with("index.html"), "{shown}");
}

#[test]
fn a_second_build_replaces_the_first_whole() {
    let fixture = Fixture::new();
    let site = fixture.path("site");
    build(fixture.root(), &site).expect("built");
    fs::rename(fixture.path("book/part/two.md"), fixture.path("book/part/three.md"))
        .expect("renamed");
    fixture.write("book/SUMMARY.md", "- [One](one.md)\n- [Three](part/three.md)\n");
    build(fixture.root(), &site).expect("built");
    assert!(site.join("part/three.html").is_file());
    assert!(!site.join("part/two.html").exists(), "of the old site nothing stays");
}

#[test]
fn a_faulty_book_exits_1_prints_every_fault_and_leaves_the_old_site() {
    let fixture = Fixture::new();
    assert_eq!(run_build(&fixture, &[]).0, Some(0));
    fixture.write("book/one.md", "# One\n\nA newer knife. [Nowhere](missing.html)\n");
    fixture.write("book/part/two.md", b"# Two\n\n\xff\n");
    fixture.write("book/SUMMARY.md", "- [One](one.md)\n- [Two](part/two.md)\n- [No](no.md)\n");
    let (code, _, said) = run_build(&fixture, &[]);
    assert_eq!(code, Some(1));
    for fault in ["\nbook/part/two.md:3: is not UTF-8", "\nbook/SUMMARY.md:3: names no.md"] {
        assert!(said.contains(fault), "{said}");
    }
    assert!(fixture.read("target/book/one.html").contains("A first knife."));
    assert_eq!(fixture.litter(), Vec::<std::path::PathBuf>::new());

    // The same for a fault that only shows when everything has been rendered.
    fixture.write("book/part/two.md", "# Two\n");
    fixture.write("book/SUMMARY.md", "- [One](one.md)\n- [Two](part/two.md)\n");
    let faults = faults(&fixture);
    assert!(faults.iter().any(|fault| fault.contains("missing.html")), "{faults:?}");
    assert!(fixture.read("target/book/one.html").contains("A first knife."));
}

#[test]
fn a_chapter_that_is_not_utf_8() {
    let fixture = Fixture::new();
    fixture.write("book/one.md", b"# One\n\nCaf\xe9\n");
    check(&fixture, "book/one.md:3: ", &["not UTF-8", "0xe9", "save the file as UTF-8"]);
}

#[test]
fn a_chapter_that_does_not_exist() {
    let fixture = Fixture::new();
    fixture.write("book/SUMMARY.md", "- [One](one.md)\n\n- [Four](part/four.md)\n");
    check(&fixture, "book/SUMMARY.md:3: ", &["part/four.md", "create book/part/four.md"]);
    assert!(!fixture.path("book/part/four.md").exists(), "a build writes no chapters");
}

#[test]
fn a_chapter_named_twice_and_one_outside_the_book() {
    let fixture = Fixture::new();
    fixture.write("book/SUMMARY.md", "- [One](one.md)\n- [Again](one.md)\n");
    check(&fixture, "book/SUMMARY.md:2: ", &["after line 1"]);
    fixture.write("book/SUMMARY.md", "- [Root](/etc/hostname)\n");
    check(&fixture, "book/SUMMARY.md:1: ", &["outside the book"]);
}

#[test]
fn a_table_of_contents_that_is_missing_or_empty() {
    let fixture = Fixture::new();
    fixture.write("book/SUMMARY.md", "# Summary\n");
    check(&fixture, "book/SUMMARY.md:1: ", &["names no chapter"]);
    fs::remove_file(fixture.path("book/SUMMARY.md")).expect("removed");
    check(&fixture, "book/SUMMARY.md:1: ", &["does not exist"]);
}

#[test]
fn what_mdbook_merely_logs_is_a_fault() {
    let fixture = Fixture::new();
    // The preprocessor looks into chapters; what an included file includes is mdBook's affair.
    fixture.write("book/part/two.md", "# Two\n\n{{#include snippet.txt}}\n");
    fixture.write("book/part/snippet.txt", "{{#include nowhere.rs}}\n");
    check(&fixture, "mdBook: ", &["{{#include nowhere.rs}}", "book/part/nowhere.rs"]);
    assert!(!fixture.path("target/book").exists());

    fixture.write("book/part/two.md", "# Two\n\n<section>never closed\n");
    check(&fixture, "book/part/two.md: ", &["section"]);

    // It stands in one report with the links, which are checked after it.
    fixture.write("book/one.md", "# One\n\n[Nowhere](missing.html)\n");
    let faults = faults(&fixture);
    let both = ["book/one.md:3: ", "book/part/two.md: "];
    assert!(
        both.iter().all(|place| faults.iter().any(|fault| fault.starts_with(place))),
        "{faults:?}"
    );
}

#[test]
fn a_book_toml_that_cannot_be_parsed() {
    let fixture = Fixture::new();
    fixture.write("book.toml", "[book\n");
    let (code, _, said) = run_build(&fixture, &[]);
    assert_eq!(code, Some(1));
    assert!(said.contains("failed to load") && said.contains("book.toml"), "{said}");
}

#[test]
fn a_folder_of_somebodys_files_is_never_replaced() {
    let fixture = Fixture::new();
    fixture.write("notes/dear.txt", "mine");
    // The chapters, the whole book, what holds it, a folder of notes, a single file.
    for dest in ["book", ".", "book/..", "nowhere/..", "notes", "notes/dear.txt"] {
        let error = build(fixture.root(), &fixture.path(dest)).expect_err(dest).to_string();
        assert!(error.contains("--dest target/book"), "{error}");
    }
    assert_eq!(fixture.read("notes/dear.txt"), "mine");
    fixture.read("book/SUMMARY.md");
    assert_eq!(run_build(&fixture, &["--dest", "../fresh"]).0, Some(0));
    fixture.read("fresh/index.html");
}
