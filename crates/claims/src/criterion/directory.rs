//! Where criterion keeps a benchmark: from an id to the directories that it may have.
//!
//! Criterion makes the directory from group, function and parameter, each with the characters that
//! a file system may not like replaced, and the id from the same three, joined by `/`. The id alone
//! does not tell which `/` is a joint and which belongs to a name, so every reading is tried.

use std::path::PathBuf;

/// The number of bytes that criterion keeps of a part's name.
const LONGEST: usize = 64;

/// In a process where several ids wish for one directory, the later ones get `_2`, `_3` and so on
/// at its end; more than these are not looked for.
const MOST_ALIKE: usize = 9;

/// The directories that the benchmark `id` may have under criterion's home, likeliest first.
pub(super) fn directories(id: &str) -> Vec<PathBuf> {
    let joints: Vec<usize> = id.match_indices('/').map(|(at, _)| at).collect();
    let mut readings = Vec::new();
    for (i, first) in joints.iter().enumerate() {
        for second in &joints[i + 1..] {
            readings.push(vec![&id[..*first], &id[first + 1..*second], &id[second + 1..]]);
        }
    }
    readings.extend(joints.iter().map(|joint| vec![&id[..*joint], &id[joint + 1..]]));
    readings.push(vec![id]);
    readings.into_iter().flat_map(|parts| alike(&parts)).collect()
}

/// The directory of a group, a function and a parameter, then those with a number at the end.
fn alike(parts: &[&str]) -> Vec<PathBuf> {
    let directory = parts.iter().map(|part| safe(part)).collect::<Vec<_>>().join("/");
    let numbered = (2..=MOST_ALIKE).map(|number| format!("{directory}_{number}"));
    [directory.clone()].into_iter().chain(numbered).map(PathBuf::from).collect()
}

/// A part's name as a name of a file: criterion's `make_filename_safe`.
fn safe(part: &str) -> String {
    let mut name = part.replace(['?', '"', '/', '\\', '*', '<', '>', ':', '|', '^'], "_");
    let mut end = name.len().min(LONGEST);
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    name.truncate(end);
    if cfg!(windows) { name.trim_end().to_lowercase() } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first_ones(id: &str) -> Vec<String> {
        let all = directories(id).into_iter().map(|path| path.to_string_lossy().into_owned());
        all.step_by(MOST_ALIKE).collect()
    }

    #[test]
    fn every_reading_of_an_id_is_tried() {
        assert_eq!(first_ones("alone"), ["alone"]);
        assert_eq!(first_ones("sum/two"), ["sum/two", "sum_two"]);
        assert_eq!(first_ones("a/b/c"), ["a/b/c", "a/b_c", "a_b/c", "a_b_c"]);
        assert_eq!(directories("sum")[1], PathBuf::from("sum_2"));
    }

    #[test]
    #[cfg(not(windows))]
    fn names_are_made_safe_as_criterion_makes_them() {
        assert_eq!(safe("what/is <this>?"), "what_is _this__");
        assert_eq!(safe(&"x".repeat(70)).len(), 64);
        // 21 letters of three bytes are 63: the 22nd would be cut in two.
        assert_eq!(safe(&"€".repeat(22)), "€".repeat(21));
    }
}
