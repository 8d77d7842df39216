//! Questions as HTML: complete without JavaScript, which makes them something to answer.

use super::key::{Key, Keyed, Shown};
use super::question::Choice;
use crate::html::{escape, pre};
use crate::markdown::{html as markdown, page};

/// The questions of one file. `chapter` is the text of the chapter that asks them.
pub(super) fn html(questions: &[Keyed], chapter: &str) -> String {
    let each = questions.iter().enumerate().map(|(at, keyed)| one(keyed, at + 1, chapter));
    format!("<div class=\"quiz\">{}</div>", each.collect::<String>())
}

fn one(keyed: &Keyed, number: usize, chapter: &str) -> String {
    let question = &keyed.question;
    let id = &question.id;
    let prompt = markdown(&question.prompt);
    let prompt = if prompt.starts_with("<p>") { prompt } else { format!("<p>{prompt}</p>") };
    let program = keyed.program.as_ref().map_or(String::new(), |(name, lines)| {
        pre("source", "rust", &format!("lines of {name} for the question {id}"), lines)
    });
    let (way, data, options, answer, whys) = match &keyed.key {
        Key::Options { options, way } => {
            (*way, String::new(), list(options), right(options), reasons(options, chapter))
        }
        Key::Text { answers, foreseen } => {
            let said = foreseen.iter().map(|choice| {
                let text = markdown(&choice.text);
                why(&format!("data-text=\"{}\"", escape(&choice.text)), &text, &reason(choice))
            });
            let answer = answers.first().map(|answer| markdown(answer)).unwrap_or_default();
            ("text", key(answers), String::new(), format!("<p>{answer}</p>"), said.collect())
        }
        Key::Lines(lines) => {
            let shown = pre("printed", "output", &format!("what answers {id}"), lines);
            ("lines", key(std::slice::from_ref(lines)), String::new(), shown, String::new())
        }
    };
    let context = question.context.as_ref().map_or(String::new(), |(context, _)| {
        format!("<div class=\"context\">{}</div>", markdown(context))
    });
    let whys = if whys.is_empty() { whys } else { format!("<ul class=\"whys\">{whys}</ul>") };
    format!(
        "<quiz-question class=\"question\" id=\"q-{id}\" data-id=\"{id}\" data-way=\"{way}\"{data}>\
         <p class=\"number\">Question {number}</p>\
         <div class=\"prompt\" id=\"q-{id}-prompt\">{prompt}</div>{program}{options}\
         <details class=\"answer\"><summary>Answer</summary>{answer}{context}{whys}</details>\
         </quiz-question>"
    )
}

/// The texts that are right, for the script.
fn key(answers: &[String]) -> String {
    format!(" data-key=\"{}\"", escape(&serde_json::json!(answers).to_string()))
}

fn list(options: &[Shown]) -> String {
    let item = |shown: &Shown| {
        let right = if shown.choice.right { " data-right" } else { "" };
        format!("<li{right}>{}</li>", markdown(&shown.choice.text))
    };
    format!(
        "<ol class=\"options\" type=\"A\">{}</ol>",
        options.iter().map(item).collect::<String>()
    )
}

/// The letter of an option, as the list shows it.
fn letter(at: usize) -> char {
    u8::try_from(at).map_or('?', |at| char::from(b'A' + at))
}

/// The right options, each with its letter.
fn right(options: &[Shown]) -> String {
    let right = options.iter().enumerate().filter(|(_, shown)| shown.choice.right);
    right
        .map(|(at, shown)| {
            format!("<p><b>{}.</b> {}</p>", letter(at), markdown(&shown.choice.text))
        })
        .collect()
}

/// What is to be said of each option.
fn reasons(options: &[Shown], chapter: &str) -> String {
    let said = options.iter().enumerate().map(|(at, shown)| {
        let mut text = reason(&shown.choice);
        text += shown.proof.as_deref().unwrap_or_default();
        // Only where the chapter shows the schedules, too, is there something to play them.
        let played =
            shown.play.as_ref().filter(|name| chapter.contains(&format!("{{{{#schedules {name}")));
        if let Some(name) = played {
            let outcome = escape(shown.choice.text.trim_matches('`'));
            text += &format!(
                " <a href=\"#schedules-{name}\" data-play=\"{outcome}\">Play it step by step</a>"
            );
        }
        if text.is_empty() {
            return text;
        }
        why(&format!("data-option=\"{at}\""), &format!("{}.", letter(at)), &text)
    });
    said.collect()
}

/// Why a choice is wrong, and where to see it.
fn reason(choice: &Choice) -> String {
    let mut text = choice.why.as_deref().map(markdown).unwrap_or_default();
    if let Some(see) = &choice.see {
        text += &format!(" <a class=\"see\" href=\"{}\">{}</a>", escape(&page(see)), place(see));
    }
    text
}

fn why(of: &str, name: &str, text: &str) -> String {
    format!("<li {of}><b>{name}</b> {text}</li>")
}

/// A place in the book by the words of its anchor, or of its file: “See ‘The sleeper fallacy’”.
fn place(target: &str) -> String {
    let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
    let name = if anchor.is_empty() {
        file.rsplit('/').next().unwrap_or(file).trim_end_matches(".md")
    } else {
        anchor
    };
    let name = name.replace('-', " ");
    let mut letters = name.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    format!("See “{}{}”", escape(&first), escape(letters.as_str()))
}
