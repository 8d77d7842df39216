//! What never depends on what, read from `cargo metadata`; and the few rules on manifests.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;
use std::sync::LazyLock;

use cargo_metadata::{DependencyKind, Metadata, Package};
use libtest_mimic::{Failed, Trial};

use crate::root::root;
use crate::rustc;

/// What the root folder may hold, beside dotfiles.
const TOP_LEVEL: [&str; 10] = [
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "book",
    "book.toml",
    "crates",
    "examples",
    "tests",
];
/// Made by tools and ignored by git.
const TOOLS: [&str; 1] = ["target"];
/// What an example may use of ours.
const FOR_EXAMPLES: [&str; 3] = ["timeline", "interleave", "claims"];

static METADATA: LazyLock<Result<Metadata, String>> = LazyLock::new(|| {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    let output = rustc::unset(&mut cargo)
        .args(["metadata", "--format-version=1", "--no-deps", "--offline"])
        .current_dir(root())
        .output()
        .map_err(|error| error.to_string())?;
    let text = String::from_utf8_lossy(&output.stdout);
    cargo_metadata::MetadataCommand::parse(text).map_err(|error| error.to_string())
});

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        Trial::test("what never depends on what", layers),
        Trial::test("every member inherits versions, lints and licence", manifests),
        Trial::test("a package has the name of its folder", names),
        Trial::test("the top level holds what it should", top_level),
        Trial::test("every Rust file says what lives there", openings),
    ]
}

fn verdict(broken: Vec<String>) -> Result<(), Failed> {
    if broken.is_empty() { Ok(()) } else { Err(broken.join("\n").into()) }
}

fn folder(package: &Package) -> String {
    let folder = package.manifest_path.parent().map(ToString::to_string).unwrap_or_default();
    folder.replace('\\', "/")
}

fn is_example(package: &Package) -> bool {
    folder(package).contains("/examples/")
}

/// The names of what a package depends on when it is built, or when it is tested too.
fn dependencies(package: &Package, tests_too: bool) -> BTreeSet<&str> {
    let wanted = |kind| tests_too || kind != DependencyKind::Development;
    let dependencies = package.dependencies.iter().filter(|dependency| wanted(dependency.kind));
    dependencies.map(|dependency| dependency.name.as_str()).collect()
}

fn layers() -> Result<(), Failed> {
    let metadata = METADATA.as_ref()?;
    let ours: BTreeSet<_> = metadata.packages.iter().map(|package| package.name.as_str()).collect();
    let mut broken = Vec::new();
    for package in &metadata.packages {
        let name = package.name.as_str();
        let mut never = |dependency: &str, why: &str| {
            broken.push(format!("{name} depends on {dependency}: {why}"));
        };
        for dependency in dependencies(package, true) {
            let of_ours = ours.contains(dependency);
            let http = ["axum", "hyper", "tower"].contains(&dependency);
            let mdbook = dependency.starts_with("mdbook");
            if dependency == "tests" {
                never(dependency, "nothing depends on the tests");
            }
            if is_example(package) && of_ours && !FOR_EXAMPLES.contains(&dependency) {
                never(dependency, "an example uses timeline, interleave and claims, no more");
            }
            if FOR_EXAMPLES.contains(&name)
                && (mdbook || http || (of_ours && !FOR_EXAMPLES.contains(&dependency)))
            {
                never(dependency, "what examples use knows nothing of mdBook or HTTP");
            }
            if http && name != "textbook" {
                never(dependency, "only textbook listens");
            }
        }
        for dependency in dependencies(package, false) {
            if dependency == "child" && !["textbook", "blocks", "tests"].contains(&name) {
                never(dependency, "only textbook, and the tests, start processes");
            }
        }
        if name == "mdbook-evidence" {
            for word in ["process::Command", "Command::new", "std::net", "TcpListener"] {
                for file in sources(&format!("{}/src", folder(package))) {
                    if fs::read_to_string(&file).is_ok_and(|text| text.contains(word)) {
                        broken
                            .push(format!("{file} has {word}: the preprocessor reads files only"));
                    }
                }
            }
        }
    }
    verdict(broken)
}

fn manifests() -> Result<(), Failed> {
    let metadata = METADATA.as_ref()?;
    let mut broken = Vec::new();
    for package in &metadata.packages {
        let text = fs::read_to_string(&package.manifest_path)?;
        let mut section = "";
        for line in text.lines().map(str::trim) {
            if line.starts_with('[') {
                section = line;
            } else if section.ends_with("dependencies]")
                && line.contains('=')
                && !line.contains("workspace = true")
            {
                broken.push(format!(
                    "{}: `{line}` in {section}: versions stand once, in the \
                    root's [workspace.dependencies]; write `.workspace = true`",
                    package.name
                ));
            }
        }
        for wanted in [
            "[lints]\nworkspace = true",
            "license.workspace = true",
            "edition.workspace = true",
            "publish.workspace = true",
        ] {
            if !text.contains(wanted) {
                broken.push(format!("{}: its Cargo.toml lacks `{wanted}`", package.name));
            }
        }
    }
    verdict(broken)
}

fn names() -> Result<(), Failed> {
    let metadata = METADATA.as_ref()?;
    let packages = metadata.packages.iter();
    let broken = packages
        .filter(|package| folder(package).rsplit('/').next() != Some(package.name.as_str()));
    verdict(broken.map(|package| format!("{} is in {}", package.name, folder(package))).collect())
}

fn top_level() -> Result<(), Failed> {
    let mut broken = Vec::new();
    for entry in fs::read_dir(root())? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if !name.starts_with('.') && !TOP_LEVEL.contains(&&*name) && !TOOLS.contains(&&*name) {
            broken.push(format!("{name} does not belong at the top level"));
        }
    }
    verdict(broken)
}

fn openings() -> Result<(), Failed> {
    let metadata = METADATA.as_ref()?;
    let files = metadata.packages.iter().flat_map(|package| sources(&folder(package)));
    // The exercises' own crate.
    let checks = root().join(mdbook_evidence::EXERCISES).join("src");
    let files = files.chain(sources(&checks.to_string_lossy()));
    // An exercise and its solution open with their title.
    let files = files.filter(|file| !file.contains("/exercises/solutions/"));
    let lacks = |file: &String| fs::read_to_string(file).is_ok_and(|text| !text.starts_with("//!"));
    let broken: BTreeSet<_> = files.filter(lacks).collect();
    verdict(broken.into_iter().map(|file| format!("{file} does not open with `//!`")).collect())
}

/// The Rust files below a folder.
fn sources(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() {
            // What is in `exercises` opens with its title, for the reader who solves it.
            if !["target", "node_modules", "exercises"].contains(&&*name) {
                found.extend(sources(&path.to_string_lossy()));
            }
        } else if name.ends_with(".rs") {
            found.push(path.to_string_lossy().replace('\\', "/"));
        }
    }
    found
}
