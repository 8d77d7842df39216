//! `course`: rustlings is found and started in the right place, or the reader is told what to type.
#![cfg(unix)] // A script takes the place of rustlings.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

use crate::fixture::{Fixture, Program};

const INSTALL: &str = "cargo install rustlings --locked --version 6.5.0";

/// A book with two exercises, and a rustlings of this version that notes what it is asked.
fn fixture(version: Option<&str>) -> Fixture {
    let fixture = Fixture::new();
    let exercise =
        |name: &str| format!("[[exercises]]\nname = \"{name}\"\ndir = \"a\"\nhint = \"Look.\"\n");
    let info = ["bowl1", "bowl2"].map(exercise).concat();
    fixture.write("examples/exercises/info.toml", format!("format_version = 1\n{info}"));
    fixture.write("cargo/bin/none", "");
    if let Some(version) = version {
        let script = format!(
            "#!/bin/sh\n[ \"$1\" = --version ] && echo rustlings {version} && exit\n\
             echo \"$*\" >>asked\n[ \"$1\" != hint ] || exit 0\nexit $(cat ../../ends 2>/dev/null || echo 0)\n"
        );
        fixture.write("cargo/bin/rustlings", script);
        let path = fixture.path("cargo/bin/rustlings");
        fs::set_permissions(path, Permissions::from_mode(0o755)).expect("made executable");
    }
    fixture
}

/// What the command says; on the path is nothing but a shell.
fn course(fixture: &Fixture, arguments: &[&str]) -> (Option<i32>, String) {
    let home = fixture.path("cargo");
    let home = home.to_str().expect("a path that is text");
    let arguments = [&["course"], arguments].concat();
    let environment = [("PATH", "/bin:/usr/bin"), ("CARGO_HOME", home)];
    let (code, _, said) = Program::start_where(fixture, &[], &arguments, &environment).end();
    (code, said)
}

#[test]
fn rustlings_opens_where_the_reader_left_off_or_at_a_name() {
    let fixture = fixture(Some("6.10.0"));
    assert_eq!(course(&fixture, &[]), (Some(0), String::new()));
    assert_eq!(course(&fixture, &["bowl2"]), (Some(0), String::new()));
    // Once as it is, and once after `bowl2` was made the current one.
    assert_eq!(fixture.read("examples/exercises/asked"), "\nhint bowl2\n\n");
}

#[test]
fn whoever_lacks_rustlings_is_told_the_command_that_installs_it() {
    for version in [None, Some("6.4.9"), Some("nonsense")] {
        let (code, said) = course(&fixture(version), &[]);
        assert_eq!(code, Some(1), "{said}");
        assert!(said.trim_end().ends_with(INSTALL), "{said}");
    }
}

#[test]
fn a_name_that_there_is_not_is_told_with_those_that_there_are() {
    let (code, said) = course(&fixture(Some("6.5.0")), &["bowl3"]);
    assert_eq!(code, Some(1), "{said}");
    let told = "error: there is no exercise `bowl3`; there are bowl1, bowl2; to go on where you left \
                off, type: cargo run -- course\n";
    assert_eq!(said, told);
}

#[test]
fn a_rustlings_that_fails_fails() {
    let fixture = fixture(Some("6.5.0"));
    fixture.write("ends", "3");
    let (code, said) = course(&fixture, &[]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("rustlings ended with exit status: 3"), "{said}");
}
