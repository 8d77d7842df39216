//! `{{#output NAME}}`: the command that runs an example and what it prints.
//!
//! In the chapter:
//!
//! ```markdown
//! {{#output one-knife}}
//! ```
//!
//! In the page: a card with `cargo run -p one-knife`, its output and, folded away, the program
//! unless the chapter includes it. Where the folder holds `main.py` or `main.go`, the same program in the reader's first language,
//! the card has a tab for each, with the program unfolded: the chapter shows it nowhere else. The
//! tabs are radio buttons, so they work without JavaScript; a script only remembers the reader's
//! choice. What a reader may change about a run ([`Control`](crate::Control)) stands in an attribute
//! of the card, for the script that runs it.

use crate::example::{Example, Examples};
use crate::html::{escape, pre};
use crate::{Source, directive};

/// A language that an example may be written in.
pub(crate) struct Language {
    name: &'static str,
    /// What it is called in the page.
    pub(crate) title: &'static str,
    pub(crate) file: &'static str,
    /// What runs the file, before its path; cargo runs the Rust program, by its package's name.
    command: &'static str,
}

pub(crate) const LANGUAGES: [Language; 3] = [
    Language { name: "rust", title: "Rust", file: "src/main.rs", command: "cargo" },
    Language { name: "python", title: "Python", file: "src/main.py", command: "python3" },
    Language { name: "go", title: "Go", file: "src/main.go", command: "go run" },
];

/// The card for the example `name`, the `count`th directive of the chapter.
pub(crate) fn html(
    examples: &Examples,
    name: &str,
    source: &Source<'_>,
    count: usize,
) -> Result<String, String> {
    let example = examples.get(name)?;
    let printed = example.printed()?;
    let mut panels = Vec::new();
    for language in &LANGUAGES {
        if example.path(language.file).exists() {
            // The chapter's own words stand around a program it includes: no need to show it twice.
            let included = source.text.contains(&format!("/{name}/{}}}}}", language.file));
            panels.push((language, panel(example, language, &printed, included)?));
        }
    }
    // A page may show the same example twice, and an id names one place.
    let before = directive::read(source).into_iter().take(count);
    let first = !before.into_iter().any(|other| other.name == "output" && other.argument == name);
    let id = if first { format!(" id=\"output-{name}\"") } else { String::new() };
    card(example, &id, count, &panels)
}

fn panel(
    example: &Example,
    language: &Language,
    printed: &str,
    included: bool,
) -> Result<String, String> {
    let name = &example.name;
    let is_rust = language.name == "rust";
    let arguments = example.comparison()?.arguments;
    let run = if is_rust {
        example.command(&arguments)
    } else {
        let mut words = vec![language.command.to_owned(), example.shown(language.file)];
        words.extend(arguments);
        words.join(" ")
    };
    let run = escape(&run);
    let open = if is_rust { "" } else { " open" };
    let label = format!("{name} in {}", language.title);
    let source = pre("source", language.name, &label, &example.read(language.file)?);
    let program = format!(
        "<details class=\"program\"{open}><summary>The program</summary>{source}</details>"
    );
    let program = if included { String::new() } else { program };
    let printed = pre("printed", "output", &format!("what {name} prints"), printed);
    Ok(format!(
        "<div class=\"panel\" data-language=\"{}\">{program}\
         <pre class=\"command\"><code class=\"language-console\">$ {run}</code></pre>{printed}</div>",
        language.name
    ))
}

fn card(
    example: &Example,
    id: &str,
    count: usize,
    panels: &[(&Language, String)],
) -> Result<String, String> {
    let name = &example.name;
    let mut attributes = format!("class=\"listing\"{id} data-example=\"{name}\"");
    let controls = example.controls()?;
    if !controls.is_empty() {
        let json = serde_json::to_string(&controls).map_err(|error| error.to_string())?;
        attributes += &format!(" data-controls=\"{}\"", escape(&json));
    }
    let bodies: String = panels.iter().map(|(_, html)| html.as_str()).collect();
    if panels.len() == 1 {
        return Ok(format!("<div {attributes}>{bodies}</div>"));
    }
    // A page may show the same example twice: the count keeps the groups apart.
    let group = format!("{name}-{count}");
    let tabs: String = panels
        .iter()
        .enumerate()
        .map(|(i, (Language { name: language, title, .. }, _))| {
            let checked = if i == 0 { " checked" } else { "" };
            format!(
                "<input type=\"radio\" name=\"{group}\" id=\"{group}-{language}\" \
                 value=\"{language}\"{checked}><label for=\"{group}-{language}\">{title}</label>"
            )
        })
        .collect();
    Ok(format!(
        "<div {attributes}><fieldset class=\"tabs\">\
         <legend class=\"visually-hidden\">{name}: choose a language</legend>{tabs}{bodies}\
         </fieldset></div>"
    ))
}
