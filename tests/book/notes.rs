//! What the five study notes say, item by item: each has a section, and something that ran.
//!
//! That sections, examples and questions are there, and no cell is empty, the build holds.

use std::path::Path;

use libtest_mimic::{Failed, Trial};
use mdbook_evidence::table;

use crate::root::root;

/// Where the items are.
const PAGE: &str = "book/notes.md";
/// The items of each note, by the first and the last.
const NOTES: [(usize, usize, usize); 5] =
    [(0, 1, 12), (1, 1, 8), (2, 0, 12), (3, 1, 16), (4, 1, 8)];
/// A picture that the numbering of note 003 leaves out.
const PICTURE: &str = "img_3";

pub(crate) fn trials() -> Vec<Trial> {
    vec![Trial::test("every item of the notes has its section and its program", housed)]
}

fn housed() -> Result<(), Failed> {
    let lines = table::lines(root(), Path::new(PAGE));
    let items = NOTES
        .into_iter()
        .flat_map(|(note, first, last)| (first..=last).map(move |item| format!("S{note}.{item}")));
    let items: Vec<_> = items.chain([PICTURE.to_owned()]).collect();
    let mut broken = Vec::new();
    for item in &items {
        let count = lines.iter().filter(|line| line.head == *item).count();
        if count != 1 {
            broken.push(format!("{PAGE}: it has {count} rows for {item}, and should have one"));
        }
    }
    for line in &lines {
        let (item, is) = (&line.head, |kind: &str, text: &String| text.starts_with(kind));
        if !items.contains(item) {
            broken.push(format!("{PAGE}: the notes have no item {item}"));
        }
        let [_, sections, programs] = &line.evidence[..] else {
            broken.push(format!("{PAGE}: {item}: a row says what, where and with which program"));
            continue;
        };
        if sections.is_empty() || !sections.iter().all(|text| is("section ", text)) {
            broken.push(format!("{PAGE}: {item}: where it went is a list of sections"));
        }
        if programs.iter().all(|text| is("section ", text) || is("quiz ", text)) {
            broken.push(format!("{PAGE}: {item}: no program stands for it"));
        }
    }
    if broken.is_empty() { Ok(()) } else { Err(broken.join("\n").into()) }
}
