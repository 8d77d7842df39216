//! What cargo built for this server, and whether that still holds.
//!
//! Cargo reads the whole workspace before it finds that there is nothing to do, and a reader waits for
//! that. So it is not asked again while neither what it made nor anything that goes into it has changed.

use super::cargo::Artifact;
use crate::watch::{Snapshot, snapshot};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// By package.
#[derive(Debug, Default)]
pub(super) struct Built(Mutex<BTreeMap<String, Build>>);

#[derive(Debug)]
struct Build {
    /// How the sources were before it.
    sources: Snapshot,
    /// How the files were that it made.
    made: Snapshot,
    artifacts: Vec<Artifact>,
}

impl Built {
    /// What was built of a package, if building it again would make the same.
    pub(super) fn get(&self, package: &str, sources: &Snapshot) -> Option<Vec<Artifact>> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let build = all.get(package)?;
        let holds = build.sources == *sources && build.made == made(&build.artifacts);
        holds.then(|| build.artifacts.clone())
    }

    /// Remembers a build; `sources` were looked at before it, since what is written while cargo builds
    /// is a change.
    pub(super) fn put(&self, package: &str, sources: Snapshot, artifacts: &[Artifact]) {
        let build = Build { sources, made: made(artifacts), artifacts: artifacts.to_vec() };
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.insert(package.to_owned(), build);
    }
}

/// How all is that goes into the package in `folder`. An example needs no other example; what else is
/// ours is in `crates`.
pub(super) fn sources(root: &Path, folder: &Path) -> Snapshot {
    snapshot(root, [folder, "crates".as_ref(), "Cargo.toml".as_ref(), "Cargo.lock".as_ref()])
}

fn made(artifacts: &[Artifact]) -> Snapshot {
    let files = artifacts.iter().flat_map(|made| made.filenames.iter().chain(&made.executable));
    snapshot(Path::new(""), files)
}
