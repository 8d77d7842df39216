//! Tells the tests what only a build script is told: the target, and which compiler this is.

use std::env;
use std::process::Command;

fn main() {
    let rustc = env::var("RUSTC").unwrap_or_else(|_| "rustc".into());
    let version = Command::new(rustc)
        .arg("-V")
        .output()
        .map_or(String::new(), |output| String::from_utf8_lossy(&output.stdout).into_owned());
    // `rustc 1.95.0 (59807616e 2026-04-14)`: the number is enough.
    let version = version.split(' ').nth(1).unwrap_or("unknown").to_owned();
    println!("cargo::rustc-env=TEXTBOOK_RUSTC_VERSION={version}");
    println!(
        "cargo::rustc-env=TEXTBOOK_TARGET={}",
        env::var("TARGET").unwrap_or_else(|_| "unknown".into())
    );
    println!("cargo::rerun-if-changed=build.rs");
}
