//! A save becomes a page; a broken save becomes a fault beside the last good pages.

use crate::fixture::{Fixture, Program, get, wait_for};
use crate::serving::news;
use std::fs;
use textbook::live::{LiveBook, Published};
use textbook::watch::Watcher;

/// What a reader would get for this path.
fn page(published: &Published, path: &str) -> String {
    let site = published.site.as_ref().expect("a site");
    let asset = site.get(path).unwrap_or_else(|| panic!("{path} is not in the site"));
    String::from_utf8(asset.bytes.to_vec()).expect("text")
}

#[test]
fn a_broken_chapter_keeps_the_last_good_book() {
    let fixture = Fixture::new();
    let mut book = LiveBook::new(fixture.root().to_owned());
    let published = book.subscribe();
    book.rebuild().expect("built");
    let good = published.borrow().clone();

    fixture.write("book/one.md", "# One\n\n{{#include nowhere.rs}}\n");
    let error = book.rebuild().expect_err("a faulty book").to_string();
    let faulty = published.borrow().clone();
    assert!(error.contains("book/one.md:3: "), "{error}");
    assert_eq!(faulty.fault.as_deref(), Some(error.as_str()));
    assert_eq!(faulty.version, good.version, "an open page stays");
    assert!(page(&faulty, "/one.html").contains("A first knife."));

    fixture.write("book/one.md", "# One\n\nA mended knife.\n");
    book.rebuild().expect("built");
    let mended = published.borrow().clone();
    assert_eq!(mended.fault, None);
    assert!(mended.version > good.version, "an open page reloads");
    assert!(page(&mended, "/one.html").contains("A mended knife."));
    assert_eq!(fixture.litter(), Vec::<std::path::PathBuf>::new());
}

/// The search index, under the name that the page asks for.
fn search_index(published: &Published) -> String {
    let named = page(published, "/one.html");
    let (_, named) = named.split_once("path_to_searchindex_js = \"").expect("the page names it");
    let (name, _) = named.split_once('"').expect("a quoted name");
    page(published, &format!("/{name}"))
}

#[test]
fn the_search_index_stays_and_follows_later() {
    for hash_files in ["hash-files = false", "hash-files = true"] {
        let fixture = Fixture::new();
        fixture.configure(hash_files);
        let mut book = LiveBook::new(fixture.root().to_owned());
        let published = book.subscribe();
        book.rebuild().expect("built");
        fixture.write("book/one.md", "# One\n\nA first cleaver.\n");
        book.rebuild().expect("built");
        let fast = published.borrow().clone();
        assert!(page(&fast, "/one.html").contains("cleaver"));
        assert!(page(&fast, "/one.html").contains("mdbook-searchbar"), "the box stays");
        assert!(search_index(&fast).contains("knife"), "the index of the first build");

        book.refresh_search();
        let indexed = published.borrow().clone();
        assert!(search_index(&indexed).contains("cleaver"));
        assert_eq!(indexed.version, fast.version, "no page reloads for it");
    }
}

#[test]
fn the_watcher_sees_what_makes_a_page_and_nothing_else() {
    let fixture = Fixture::new();
    fixture.write("examples/concurrency/knife/src/main.rs", "fn main() {}");
    let mut watcher = Watcher::new(fixture.root().to_owned());
    assert!(!watcher.changed(), "nothing happened");
    for name in [
        "target/book/index.html",
        "examples/concurrency/knife/target/debug/knife",
        "examples/exercises/node_modules/x.js",
        "examples/exercises/exercises/a/bowl1.rs",
        "examples/exercises/.rustlings-state.txt",
        "book/.one.md.swp",
        "book/.git/index",
        "elsewhere/notes.md",
    ] {
        fixture.write(name, "new");
        assert!(!watcher.changed(), "{name}");
    }
    for name in [
        "book/one.md",
        "book/part/new.md",
        "book.toml",
        "examples/concurrency/knife/src/main.rs",
        "examples/concurrency/knife/recorded/timeline.json",
        "examples/exercises/solutions/a/bowl1.rs",
        "crates/mdbook-evidence/theme/index.hbs",
        "crates/timeline/src/draw/timeline.css",
        "target/measured/knife/measured.json",
    ] {
        fixture.write(name, format!("longer than what was there before: {name}"));
        assert!(watcher.changed(), "{name}");
        assert!(!watcher.changed(), "{name}: seen once");
    }
    fs::remove_file(fixture.path("book/one.md")).expect("removed");
    assert!(watcher.changed(), "a removal");
}

#[test]
fn a_save_reaches_the_reader_of_a_running_server() {
    let fixture = Fixture::new();
    let mut program = Program::start(&fixture, &["serve", "--port", "0"]);
    let url = program.line();
    let (page, key) = url.trim_end().split_once("/#key=").expect("a key, behind the page");
    assert_eq!(key.len(), 32, "128 bits");
    let port = page.rsplit(':').next().expect("a port");
    let port: u16 = port.parse().unwrap_or_else(|_| panic!("an address, alone: {url:?}"));
    assert!(get(port, "/").body.contains("A first knife."));

    let (first, _) = news(port);
    fixture.write("book/one.md", "# One\n\nA sharper knife.\n");
    wait_for("a new version", || (news(port).0 > first).then_some(()));
    assert!(get(port, "/one.html").body.contains("A sharper knife."));

    fixture.write("book/one.md", b"\xff");
    let fault = wait_for("the fault", || news(port).1);
    assert!(fault.starts_with("book/one.md:1: "), "{fault}");
    assert!(get(port, "/one.html").body.contains("A sharper knife."));

    fixture.write("book/one.md", "# One\n\nA mended knife.\n");
    wait_for("the mended page", || news(port).1.is_none().then_some(()));
    assert!(get(port, "/one.html").body.contains("A mended knife."));
}
