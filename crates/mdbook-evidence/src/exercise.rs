//! `{{#exercise NAME}}`: an exercise of the rustlings project in `examples/exercises`.
//!
//! In the page: its title, the command that opens it, and its hint, folded. An element of a script
//! adds whether it is done.
//!
//! The title is the first line of the *solution*, for the file of the exercise is the reader's: no
//! page may break because somebody works in it.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::html::{escape, inline, pre};

/// Where the exercises are, seen from the book's root.
pub const EXERCISES: &str = "examples/exercises";

/// An exercise, as `info.toml` lists it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Exercise {
    /// Its name: that of its chapter, with `_` for `-`, and a number.
    pub name: String,
    /// The folder of the book that it belongs to; empty for the topmost.
    #[serde(rename = "dir", default)]
    pub part: String,
    /// What helps and does not give it away.
    pub hint: String,
}

#[derive(Deserialize)]
struct Info {
    exercises: Vec<Exercise>,
}

impl Exercise {
    /// All that there are, in their order; none in a book that has no such project.
    ///
    /// # Errors
    ///
    /// `info.toml` cannot be read.
    pub fn all(root: &Path) -> Result<Vec<Exercise>, String> {
        let file = root.join(EXERCISES).join("info.toml");
        if !file.exists() {
            return Ok(Vec::new());
        }
        let failed = |error: String| format!("cannot read {EXERCISES}/info.toml: {error}");
        let text = fs::read_to_string(&file).map_err(|error| failed(error.to_string()))?;
        let info: Info = toml::from_str(&text).map_err(|error| failed(error.to_string()))?;
        Ok(info.exercises)
    }

    /// The one of this name, or which there are.
    ///
    /// # Errors
    ///
    /// There is none, or `info.toml` cannot be read.
    pub fn named(root: &Path, name: &str) -> Result<Exercise, String> {
        let all = Self::all(root)?;
        let known: Vec<_> = all.iter().map(|exercise| exercise.name.clone()).collect();
        all.into_iter()
            .find(|exercise| exercise.name == name)
            .ok_or_else(|| format!("there is no exercise `{name}`; there are {}", known.join(", ")))
    }

    /// The chapter that its name binds it to, seen from the book's root.
    #[must_use]
    pub fn chapter(&self) -> PathBuf {
        let chapter = self.name.trim_end_matches(|digit: char| digit.is_ascii_digit());
        Path::new("book").join(&self.part).join(format!("{}.md", chapter.replace('_', "-")))
    }

    /// Its file, or that of its solution, seen from the root: `folder` is `exercises` or `solutions`.
    #[must_use]
    pub fn file(&self, folder: &str) -> String {
        let part = if self.part.is_empty() { String::new() } else { format!("{}/", self.part) };
        format!("{EXERCISES}/{folder}/{part}{}.rs", self.name)
    }

    /// Its title, from the first line of its solution: `// Two cooks, one bowl`.
    ///
    /// # Errors
    ///
    /// There is no such line.
    pub fn title(&self, root: &Path) -> Result<String, String> {
        let file = self.file("solutions");
        let text = fs::read_to_string(root.join(&file))
            .map_err(|error| format!("cannot read {file}: {error}"))?;
        let title = text.lines().next().and_then(|line| line.strip_prefix("// "));
        let title = title.map(str::trim).filter(|title| !title.is_empty());
        title.map(str::to_owned).ok_or_else(|| {
            format!("{file} does not open with its title; its first line is to be `// The title`")
        })
    }
}

/// The box of the exercise `name`, in the chapter that it belongs to.
pub(crate) fn html(root: &Path, chapter: &Path, name: &str) -> Result<String, String> {
    let exercise = Exercise::named(root, name)?;
    if exercise.chapter() != chapter {
        let its_own = exercise.chapter().to_string_lossy().replace('\\', "/");
        return Err(format!("by its name, the exercise `{name}` belongs to {its_own}"));
    }
    let title = escape(&exercise.title(root)?);
    let hint: String = exercise
        .hint
        .split("\n\n")
        .map(|paragraph| format!("<p>{}</p>", inline(paragraph).replace("{{", "&#123;{")))
        .collect();
    let command = format!("$ cargo run -- course {name}");
    let command = pre("command", "console", &format!("what opens the exercise {name}"), &command);
    Ok(format!(
        "<div class=\"exercise\" id=\"exercise-{name}\"><course-exercise data-name=\"{name}\">\
         <p class=\"number\">Exercise</p><p class=\"title\">{title}</p>{command}\
         <details class=\"hint\"><summary>Hint</summary>{hint}</details></course-exercise></div>"
    ))
}
