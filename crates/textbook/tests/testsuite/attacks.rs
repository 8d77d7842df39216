//! What other pages, and endless programs, try: all of it is refused or contained, nothing is left
//! running, and the book still answers.
#![cfg(target_os = "linux")] // Where programs are contained.

use crate::fixture::{get, send};
use crate::kitchen::{Kitchen, request};
use serde_json::json;

const SPEAKS: &str = r#"{"example":"speaks"}"#;

#[test]
fn only_a_page_of_the_book_with_the_key_has_anything_done() {
    let kitchen = Kitchen::open();
    let port = kitchen.port;
    // A header with another value, several, or none.
    let with = |name: &str, values: &[String]| {
        let mut headers = kitchen.headers();
        headers.retain(|(known, _)| *known != name);
        let name = *["Host", "Origin", "Content-Type", "Textbook-Key"]
            .iter()
            .find(|known| **known == name)
            .expect("a header");
        headers.extend(values.iter().map(|value| (name, value.clone())));
        headers
    };
    let ours = format!("http://127.0.0.1:{port}");
    let mut other_key = kitchen.key.clone().into_bytes();
    other_key[0] = if other_key[0] == b'0' { b'1' } else { b'0' };
    let other_key = String::from_utf8(other_key).expect("text");
    for (status, headers) in [
        (403, with("Host", &[format!("rebound.example:{port}")])),
        (403, with("Host", &[format!("localhost:{port}")])), // Not where the page comes from.
        (403, with("Origin", &[])),
        (403, with("Origin", &["null".into()])),
        (403, with("Origin", &["http://evil.example".into()])),
        (403, with("Origin", &[format!("http://evil.example:{port}")])),
        (403, with("Origin", &[format!("https://127.0.0.1:{port}")])),
        (403, with("Origin", &[format!("{ours}.evil.example")])),
        (403, with("Origin", &["http://127.0.0.1".into()])),
        (403, with("Origin", &[ours.clone(), ours])),
        (403, with("Textbook-Key", &[])),
        (403, with("Textbook-Key", &[String::new()])),
        (403, with("Textbook-Key", &[other_key])),
        (403, with("Textbook-Key", &[format!("{}0", kitchen.key)])),
        (403, with("Textbook-Key", &[kitchen.key[..31].into()])),
        (403, with("Textbook-Key", &[kitchen.key.clone(), kitchen.key.clone()])),
        // What a form of another site can send without asking.
        (415, with("Content-Type", &["text/plain".into()])),
        (415, with("Content-Type", &["application/x-www-form-urlencoded".into()])),
        (415, with("Content-Type", &[])),
    ] {
        for path in ["/run", "/block", "/measure", "/course"] {
            let answer = kitchen.ask(path, &headers, SPEAKS);
            assert_eq!(answer.status, status, "{path} {headers:?}");
            assert!(!answer.head.contains("access-control"), "{}", answer.head);
        }
    }
    for method in ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH"] {
        for path in ["/run", "/block", "/measure", "/course"] {
            let answer = send(port, &request(method, path, &kitchen.headers(), ""));
            assert_eq!(answer.status, 405, "{method} {path}");
            assert!(!answer.head.contains("access-control"), "{}", answer.head);
        }
    }
    // In no page, and in no answer.
    for path in ["/", "/one.html", "/live", "/live.js", "/run.js", "/run.css", "/missing"] {
        let answer = get(port, path);
        assert!(!answer.body.contains(&kitchen.key) && !answer.head.contains(&kitchen.key));
        assert!(!answer.head.contains("set-cookie"), "{}", answer.head);
    }
    kitchen.nothing_left();
}

#[test]
fn names_and_bodies_are_taken_for_what_they_are() {
    let kitchen = Kitchen::open();
    for name in [
        "",
        ".",
        "..",
        "../a/speaks",
        "a/speaks",
        "/etc/passwd",
        "speaks\0",
        "speaks\n",
        "speaks;id",
        "--help",
        "-p",
        "$(id)",
        "speaks --release",
        "SPEAKS",
        "blocks",
        "textbook",
    ] {
        for path in ["/run", "/measure"] {
            let body = json!({ "example": name }).to_string();
            assert_eq!(kitchen.ask(path, &kitchen.headers(), &body).status, 404, "{path} {name:?}");
        }
    }
    let long = json!({ "code": "x".repeat(64 * 1024) }).to_string();
    let deep = format!("{{\"example\":{}", "[".repeat(30_000));
    for (status, body) in [
        (413, long.as_str()),
        (400, ""),
        (400, "{"),
        (400, "\u{fffd}"),
        (400, &deep),
        (422, "[]"),
        (422, "{}"),
        (422, r#"{"example":7}"#),
        (422, r#"{"example":"speaks","core":"two"}"#),
        (422, r#"{"example":"speaks","arguments":["--help"]}"#),
        (422, r#"{"example":"speaks","chosen":{"--nap":"1"}}"#),
        (422, r#"{"example":"repeats","chosen":{"--nap":"3"}}"#),
        (422, r#"{"example":"repeats","chosen":{"--nap":"1 --help"}}"#),
        (422, r#"{"example":"repeats","chosen":{"--nap":""}}"#),
        (422, r#"{"example":"repeats","chosen":{"--nap":1}}"#),
        (422, r#"{"example":"repeats","chosen":{"--nap":"1","--help":"1"}}"#),
        (422, r#"{"example":"repeats","chosen":["--nap","1"]}"#),
        (422, r#"{"example":"repeats","chosen":{"":"1"}}"#),
        (422, r#"{"example":"speaks","example":"spins"}"#),
    ] {
        let answer = kitchen.ask("/run", &kitchen.headers(), body);
        let shown = &body[..body.len().min(50)];
        // serde meets an array where it wants text before it counts how deep it is.
        let expected = answer.status == status || (body == deep && answer.status == 422);
        assert!(expected, "{} for {shown}", answer.status);
    }
    kitchen.nothing_left();
}

#[test]
fn a_client_that_hangs_up_ends_everything() {
    let kitchen = Kitchen::open();
    let spins = json!({ "example": "spins" });
    kitchen.hang_up_after("/run", &spins, "progress"); // The build goes on.
    kitchen.nothing_left();
    kitchen.hang_up_after("/run", &spins, "on\\n"); // The program does.
    kitchen.nothing_left();
    kitchen.hang_up_after("/block", &json!({ "code": "loop {}" }), "started");
    kitchen.nothing_left();
}

#[test]
fn one_thing_is_done_at_a_time() {
    let kitchen = Kitchen::open();
    let second = std::cell::Cell::new(None);
    std::thread::scope(|scope| {
        let first = scope.spawn(|| {
            kitchen
                .block("println!(\"on\"); std::thread::sleep(std::time::Duration::from_secs(4));")
        });
        while first_is_not_on(&kitchen) {}
        let answer = kitchen.ask("/run", &kitchen.headers(), SPEAKS);
        second.set(Some((answer.status, answer.body)));
        assert_eq!(get(kitchen.port, "/one.html").status, 200, "the book answers meanwhile");
        assert_eq!(first.join().expect("no panic").0, "It ended well.");
    });
    let (status, body) = second.take().expect("an answer");
    assert_eq!(status, 409);
    assert!(body.contains("an edited block is running"), "{body}");
    kitchen.nothing_left();
}

/// Whether the program has started nothing yet.
fn first_is_not_on(kitchen: &Kitchen) -> bool {
    std::thread::sleep(std::time::Duration::from_millis(5));
    crate::kitchen::children(kitchen.pid()).is_empty()
}

#[test]
fn what_does_not_compile_is_told_as_the_compiler_wrote_it() {
    let kitchen = Kitchen::open();
    let (how, printed) = kitchen.block("let knife: u32 = \"sharp\";");
    assert_eq!(how, "It does not compile.");
    assert!(printed.contains("error[E0308]: mismatched types"), "{printed}");
    assert!(printed.contains("--> block.rs:2:18"), "{printed}");
    kitchen.nothing_left();
}
