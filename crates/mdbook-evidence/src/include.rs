//! mdBook's own directives, checked: it only logs a missing file, and an unknown anchor becomes
//! empty text.

use std::fs;
use std::path::Path;

use crate::Source;
use crate::directive::Directive;

/// Whether the directive is one of mdBook's and will put something there.
///
/// The message of an error says what to do.
pub(crate) fn check(
    root: &Path,
    source: &Source<'_>,
    directive: &Directive<'_>,
) -> Result<(), String> {
    match directive.name {
        "include" | "rustdoc_include" => {}
        "title" => return Ok(()),
        name => {
            return Err(format!(
                "unknown directive `{name}`; known are output, timeline, chart, claim, claims, \
                 schedules, models, quiz, table, exercise, progress, chapter, path, sources, \
                 machines, programs, include, rustdoc_include and title"
            ));
        }
    }

    let mut parts = directive.argument.splitn(2, ':');
    let file = parts.next().unwrap_or_default();
    let path = root.join(source.path).with_file_name("").join(file);
    let text = fs::read_to_string(&path)
        .map_err(|error| format!("cannot include `{file}`: {error}; mend the path"))?;

    let Some(part) = parts.next() else { return not_empty(&text, file) };
    let is_anchor = !part.starts_with(|c: char| c.is_ascii_digit() || c == ':');
    if is_anchor {
        let Some(lines) = anchored(&text, part) else {
            return Err(format!(
                "`{file}` has no anchor `{part}`; put `ANCHOR: {part}` and `ANCHOR_END: {part}` \
                 around the lines, or include the whole file"
            ));
        };
        return not_empty(&lines, &format!("{file}:{part}"));
    }

    // `7` is a line, `7:14` these and all between, `7:` and `:14` have one end open.
    let count = text.lines().count();
    let number = |text: &str, open: usize| match text.parse::<usize>() {
        Ok(line) if (1..=count).contains(&line) => Ok(line),
        Err(_) if text.is_empty() => Ok(open),
        _ => Err(format!("`{file}` has {count} lines, so `{part}` is not in it")),
    };
    let (first, last) = match part.split_once(':') {
        Some((first, last)) => (number(first, 1)?, number(last, count)?),
        None => (number(part, 1)?, number(part, count)?),
    };
    let lines: Vec<_> =
        text.lines().skip(first - 1).take((last + 1).saturating_sub(first)).collect();
    not_empty(&lines.join("\n"), &format!("{file}:{part}"))
}

/// The lines between the anchors `name`.
pub(crate) fn anchored(text: &str, name: &str) -> Option<String> {
    let lines: Vec<_> = text.lines().collect();
    let at = |word: &str| lines.iter().position(|line| has_anchor(line, word, name));
    let (start, end) = (at("ANCHOR")?, at("ANCHOR_END")?);
    Some(lines.get(start + 1..end)?.join("\n"))
}

/// Whether `line` opens (`ANCHOR`) or closes (`ANCHOR_END`) the anchor `name`.
fn has_anchor(line: &str, word: &str, name: &str) -> bool {
    let mut words = line.split(|c: char| c.is_whitespace() || c == ':').filter(|w| !w.is_empty());
    words.any(|found| found == word) && words.next() == Some(name)
}

fn not_empty(text: &str, what: &str) -> Result<(), String> {
    if text.trim().is_empty() {
        Err(format!("including `{what}` puts nothing there: it is empty"))
    } else {
        Ok(())
    }
}
