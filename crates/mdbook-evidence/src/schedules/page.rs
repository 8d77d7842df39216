//! The figure of a program's schedules: its lines, how many schedules there are, and what can come out.
//!
//! ```markdown
//! {{#schedules onion-count
//! Two cooks, one bowl. Look at the schedules that end with one onion.
//! }}
//! ```
//!
//! It is complete without JavaScript. `<be-the-scheduler>` lets the reader choose who moves, where
//! the graph is small enough to be in the page.

use std::collections::BTreeSet;

use super::{Kind, Outcome, Schedules};
use crate::Example;
use crate::example::Examples;
use crate::html::{escape, inline};

/// The most outcomes that are listed. Of more than that only some are, and the rest is counted.
const MOST: usize = 12;
const SOME: usize = 3;

pub(crate) fn html(examples: &Examples, argument: &str) -> Result<String, String> {
    let (name, caption) = argument.split_once(char::is_whitespace).unwrap_or((argument, ""));
    if caption.trim().is_empty() {
        return Err(format!(
            "the schedules of `{name}` have no caption; say in one sentence what to look at: \
             {{{{#schedules {name} Look at …}}}}"
        ));
    }
    let example = examples.get(name)?;
    let found = Schedules::of(example)?;
    let data = found
        .data()
        .map_or(String::new(), |data| format!("<script type=\"application/json\">{data}</script>"));
    Ok(format!(
        "<figure class=\"schedules\" id=\"schedules-{name}\">\
         <be-the-scheduler aria-label=\"The schedules of {name}\">{lanes}\
         <p class=\"count\">{count}</p>{table}{data}</be-the-scheduler>\
         <figcaption>{caption}{notes}</figcaption></figure>",
        lanes = lanes(&found),
        count = count(&found),
        table = table(&found),
        caption = inline(caption),
        notes = notes(example, &found)?,
    ))
}

/// The program, a lane a thread; where it is not known who takes which line, one lane for all.
fn lanes(found: &Schedules) -> String {
    let lane = |class: &str, name: &str, lines: &mut dyn Iterator<Item = usize>| {
        let item = |index: usize| {
            let line = &found.lines[index];
            format!(
                "<li data-line=\"{index}\" value=\"{}\"><code>{}</code></li>",
                line.at,
                escape(&line.text)
            )
        };
        let items: String = lines.map(item).collect();
        let items = if items.is_empty() { items } else { format!("<ol>{items}</ol>") };
        format!("<div class=\"lane {class}\"><p class=\"thread\">{}</p>{items}</div>", escape(name))
    };
    let Some(graph) = &found.graph else {
        let all = lane("", &found.threads.join(", "), &mut (0..found.lines.len()));
        return format!("<div class=\"lanes\">{all}</div>");
    };
    let lanes: String = found
        .threads
        .iter()
        .enumerate()
        .map(|(thread, name)| {
            let own: BTreeSet<usize> = graph.iter().filter_map(|node| node.at[thread]).collect();
            lane(&format!("t{}", thread % 8), name, &mut own.into_iter())
        })
        .collect();
    format!("<div class=\"lanes\">{lanes}</div>")
}

/// “12 states, 6 schedules, 2 outcomes.”
fn count(found: &Schedules) -> String {
    let states = things(&found.states.to_string(), "state");
    let outcomes = things(&found.outcomes.len().to_string(), "outcome");
    let schedules = match &found.schedules {
        Some(count) => things(count, "schedule"),
        None => "endlessly many schedules".to_owned(),
    };
    let mut text = format!("<b>{states}, {schedules}, {outcomes}.</b>");
    if found.stopped.is_some() {
        text += " The search stopped at its limit: the counts are the least there are, and what \
                 is not listed may still be possible.";
    }
    if found.livelock.is_some() {
        text += " Some schedules never end: the threads keep each other busy for ever \
                 (<i>livelock</i>).";
    }
    text
}

fn things(count: &str, thing: &str) -> String {
    format!("{} {thing}{}", grouped(count), if count == "1" { "" } else { "s" })
}

/// Digits in groups of three.
pub(crate) fn grouped(digits: &str) -> String {
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return escape(digits);
    }
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// “4 of 6 schedules”, of the outcomes given: none of them is “0 of 6 schedules”.
pub(crate) fn counted(found: &Schedules, outcomes: &[&Outcome]) -> String {
    let counts = outcomes.iter().map(|o| o.schedules.as_deref()?.parse::<u128>().ok());
    let sum = counts.sum::<Option<u128>>();
    let some = match sum {
        Some(count) => grouped(&count.to_string()),
        None => "some".to_owned(),
    };
    match &found.schedules {
        Some(all) => format!("{some} of {}", things(all, "schedule")),
        None => format!("{some} of endlessly many schedules"),
    }
}

fn table(found: &Schedules) -> String {
    let mut rows = String::new();
    let listed = if found.outcomes.len() > MOST { SOME } else { MOST };
    for (index, outcome) in found.outcomes.iter().enumerate().take(listed) {
        rows += &format!(
            "<tr data-outcome=\"{index}\"><th scope=\"row\">{}</th><td>{}</td>\
             <td><pre class=\"strip\">{}</pre></td></tr>",
            text(outcome),
            outcome.schedules.as_deref().map_or("endlessly many".to_owned(), grouped),
            escape(&found.strip(outcome)),
        );
    }
    let more = found.outcomes.len().saturating_sub(listed);
    if more > 0 {
        rows += &format!("<tr><td colspan=\"3\">and {more} more outcomes</td></tr>");
    }
    format!(
        "<div class=\"table-wrapper\"><table><thead><tr><th scope=\"col\">Outcome</th>\
         <th scope=\"col\">Schedules</th><th scope=\"col\">A shortest one</th></tr></thead>\
         <tbody>{rows}</tbody></table></div>"
    )
}

/// What came out; that it is a deadlock or a panic is told by a shape and a word.
fn text(outcome: &Outcome) -> String {
    let mark = match outcome.kind {
        Kind::Finished => "",
        Kind::Deadlock => "<span class=\"dead\">■ deadlock</span> ",
        Kind::Panic => "<span class=\"dead\">▲ panic</span> ",
    };
    format!("{mark}<code>{}</code>", escape(&outcome.text))
}

fn notes(example: &Example, found: &Schedules) -> Result<String, String> {
    let mut note = format!(
        "Searched by <code>cargo run -p {}</code>, which tries every schedule.",
        escape(&example.name)
    );
    if found.code.as_deref() != Some(&*example.code_hash()?) {
        note += " Searched before the last change of its code.";
    }
    Ok(format!(" <span class=\"passport\">{note}</span>"))
}
