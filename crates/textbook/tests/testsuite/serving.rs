//! The server: who is answered, with what, and what it says when it cannot listen.

use crate::fixture::{Answer, Fixture, Program, get, request, send};
use std::net::TcpListener;
use std::path::PathBuf;
use std::thread;
use textbook::commands::serve::{listen, listen_from};
use textbook::key::Key;
use textbook::live::LiveBook;
use textbook::run::Runner;
use textbook::server;

/// Serves the book as it is now, at a free port, for as long as the test's process lives.
fn serve(book: &LiveBook) -> u16 {
    let listener = listen(Some(0)).expect("a free port");
    let port = listener.local_addr().expect("an address").port();
    let published = book.subscribe();
    let runner = Runner::new(PathBuf::new(), PathBuf::new());
    let key = Key::new().expect("random bits");
    thread::spawn(move || server::run(listener, published, runner, key));
    port
}

fn serve_fixture() -> (Fixture, LiveBook, u16) {
    let fixture = Fixture::new();
    let mut book = LiveBook::new(fixture.root().to_owned());
    book.rebuild().expect("built");
    let port = serve(&book);
    (fixture, book, port)
}

/// What `/live` says: the version, and the fault if there is one.
pub(crate) fn news(port: u16) -> (u64, Option<String>) {
    let answer = get(port, "/live");
    assert_eq!(answer.status, 200);
    assert!(answer.head.contains("content-type: application/json"), "{}", answer.head);
    let news: serde_json::Value = serde_json::from_str(&answer.body).expect("JSON");
    (news["version"].as_u64().expect("a number"), news["fault"].as_str().map(str::to_owned))
}

#[test]
fn pages_come_with_their_type_and_the_promised_headers() {
    let (_fixture, _book, port) = serve_fixture();
    for (path, kind) in [
        ("/", "text/html; charset=utf-8"),
        ("/part/two.html?query#fragment", "text/html; charset=utf-8"),
        ("/p%61rt/two.html", "text/html; charset=utf-8"),
        ("/toc.js", "text/javascript; charset=utf-8"),
        ("/live.js", "text/javascript; charset=utf-8"),
        ("/css/general.css", "text/css; charset=utf-8"),
        ("/favicon.svg", "image/svg+xml; charset=utf-8"),
    ] {
        let answer = get(port, path);
        assert_eq!(answer.status, 200, "{path}");
        assert!(answer.head.contains(&format!("content-type: {kind}")), "{path}: {}", answer.head);
        promised(&answer);
    }
    let (version, fault) = news(port);
    assert_eq!(fault, None);
    let script = format!("<script src=\"/live.js\" data-version=\"{version}\"></script>");
    assert!(get(port, "/part/two.html").body.contains(&script));
    assert!(get(port, "/searchindex.js").body.contains("knife"));
}

/// Headers that every answer carries, refusals too.
fn promised(answer: &Answer) {
    for header in [
        "cache-control: no-store",
        "x-content-type-options: nosniff",
        "referrer-policy: no-referrer",
        "content-security-policy: default-src 'self';",
    ] {
        assert!(answer.head.contains(header), "{header}: {}", answer.head);
    }
    assert!(!answer.head.contains("access-control"), "{}", answer.head);
}

#[test]
fn only_our_own_names_are_answered() {
    let (_fixture, _book, port) = serve_fixture();
    for (status, headers) in [
        (200, format!("Host: 127.0.0.1:{port}\r\n")),
        (200, format!("Host: localhost:{port}\r\n")),
        (200, format!("Host: [::1]:{port}\r\n")),
        (403, format!("Host: evil.example:{port}\r\n")),
        (403, "Host: 127.0.0.1\r\n".to_owned()),
        (403, format!("Host: 127.0.0.1:{port}1\r\n")),
        (403, format!("Host: 127.0.0.1:{port}.evil.example\r\n")),
        (403, format!("Host: LOCALHOST.evil:{port}\r\n")),
        (403, format!("Host: 127.0.0.1:{port}\r\nHost: evil.example\r\n")),
        (403, String::new()),
    ] {
        for path in ["/", "/live", "/live.js", "/missing"] {
            let answer = request(port, "GET", path, &headers);
            let expect = if status == 200 && path == "/missing" { 404 } else { status };
            assert_eq!(answer.status, expect, "{path} {headers:?}");
            promised(&answer);
            assert!(status == 200 || !answer.body.contains("cook"), "{headers:?}");
        }
    }
    let elsewhere = "GET http://evil.example/ HTTP/1.1";
    let answer =
        send(port, &format!("{elsewhere}\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"));
    assert_eq!(answer.status, 403, "the first line names a host too");
}

#[test]
fn pages_are_read_and_nothing_else() {
    let (_fixture, _book, port) = serve_fixture();
    let host = format!("Host: 127.0.0.1:{port}\r\n");
    let head = request(port, "HEAD", "/", &host);
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "BREW"] {
        for path in ["/", "/live", "/missing"] {
            let answer = request(port, method, path, &format!("{host}Content-Length: 0\r\n"));
            assert_eq!(answer.status, 405, "{method} {path}");
            promised(&answer);
        }
    }
}

#[test]
fn no_path_leads_out_of_the_book() {
    let (fixture, _book, port) = serve_fixture();
    fixture.write("secret.txt", "the recipe");
    for path in [
        "/../secret.txt",
        "/../Cargo.toml",
        "/%2e%2e/secret.txt",
        "/part/%2e%2e%2f%2e%2e%2fsecret.txt",
        "/..%5csecret.txt",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/%",
        "/%ff",
        "/one.html%00",
        "/missing.html",
        "/part/deeper/missing.html",
    ] {
        let answer = get(port, path);
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.body.contains("Document not found"), "{path}: the book's own page");
        assert!(!answer.body.contains("the recipe"), "{path}");
        promised(&answer);
    }
}

#[test]
fn a_first_build_that_fails_is_shown_and_mended_in_place() {
    let fixture = Fixture::new();
    fixture.write("book/one.md", b"# One\n\n\xff\n");
    fixture.write("book/SUMMARY.md", "- [One](one.md)\n- [No](a&lt;b.md)\n- [Two](part/two.md)\n");
    let mut book = LiveBook::new(fixture.root().to_owned());
    let error = book.rebuild().expect_err("a faulty book").to_string();
    let port = serve(&book);
    let page = get(port, "/part/two.html");
    assert_eq!(page.status, 503);
    assert!(
        page.body.contains("book/one.md:3:") && page.body.contains("/live.js"),
        "{}",
        page.body
    );
    assert!(page.body.contains("names a&lt;b.md,"), "escaped: {}", page.body);
    promised(&page);
    let (version, fault) = news(port);
    assert_eq!(fault.as_deref(), Some(error.as_str()));

    fixture.write("book/one.md", "# One\n");
    fixture.write("book/SUMMARY.md", "- [One](one.md)\n- [Two](part/two.md)\n");
    book.rebuild().expect("mended");
    assert_eq!(get(port, "/part/two.html").status, 200);
    let (mended, fault) = news(port);
    assert!(mended > version && fault.is_none(), "the open page reloads");
}

#[test]
fn a_taken_port_is_refused_or_stepped_over() {
    let taken = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    let port = taken.local_addr().expect("an address").port();
    let error = listen(Some(port)).expect_err("it is taken").to_string();
    assert!(error.contains(&format!("port {port}")), "{error}");
    assert!(error.contains("in use") && error.contains("cargo run -- --port"), "{error}");
    // Others take ports meanwhile, so only this much is certain.
    let next = listen_from(port).expect("another one").local_addr().expect("an address").port();
    assert!(next > port, "{next}");
}

#[test]
fn a_refused_port_ends_the_program_with_1() {
    let taken = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    let port = taken.local_addr().expect("an address").port().to_string();
    let fixture = Fixture::new();
    let (code, _, said) = Program::start(&fixture, &["--port", &port]).end();
    assert_eq!(code, Some(1));
    assert!(said.starts_with("error: port") && !said.contains("Building"), "{said}");
}
