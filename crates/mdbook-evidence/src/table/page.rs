//! A table as HTML. It has the roles of a table written out, because on a narrow screen its rows
//! become blocks, and a browser then no longer calls it a table by itself.

use std::path::Path;

use super::evidence::{Found, Name};
use super::{Cell, Row, Table};
use crate::claim::{self, REFUTED};
use crate::html::escape;
use crate::markdown::html as markdown;
use crate::summary;

/// The table, on the page of the chapter at `from`; with what was found for each cell of each row.
pub(super) fn html(from: &Path, table: &Table, found: &[Vec<Vec<Found>>]) -> String {
    let caption = table
        .caption
        .as_ref()
        .map_or(String::new(), |(caption, _)| format!("<caption>{}</caption>", markdown(caption)));
    let column =
        |name: &String| format!("<th scope=\"col\" role=\"columnheader\">{}</th>", markdown(name));
    let columns: String = table.columns.iter().map(column).collect();
    let rows = table.rows.iter().zip(found).map(|(one, found)| row(from, table, one, found));
    format!(
        "<div class=\"table-wrapper\"><table class=\"judged\" role=\"table\">{caption}\
         <thead role=\"rowgroup\"><tr role=\"row\">{columns}</tr></thead>\
         <tbody role=\"rowgroup\">{}</tbody></table></div>",
        rows.collect::<String>()
    )
}

fn row(from: &Path, table: &Table, row: &Row, found: &[Vec<Found>]) -> String {
    let columns = table.columns.iter().skip(1);
    let cells = row.cells.iter().zip(columns).zip(found);
    let cells: String =
        cells.map(|((one, column), found)| cell(from, column, one, found)).collect();
    let head = markdown(&row.head.0);
    format!("<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">{head}</th>{cells}</tr>")
}

fn cell(from: &Path, column: &str, cell: &Cell, found: &[Found]) -> String {
    let mut html = String::new();
    if let Some(says) = &cell.says {
        html += &format!("<p class=\"says\">“{}”</p>", markdown(says));
    }
    if let Some((text, _)) = &cell.text {
        html += &format!("<p>{}</p>", markdown(text));
    }
    let because = cell.because.as_ref().map(|(because, _)| markdown(because)).unwrap_or_default();
    if let Some(verdict) = cell.verdict {
        let (word, class) = (verdict.word, verdict.class);
        // What was measured speaks against what the book says: that comes first.
        let refuted = found.iter().find_map(|found| found.refuted.as_ref()).map(|by| {
            format!(
                "{REFUTED}, by a measurement of its own evidence: {}. Before that: ",
                escape(by)
            )
        });
        html += &format!(
            "<p>{}<b class=\"verdict {class}\">{word}</b>. {because}</p>",
            refuted.unwrap_or_default()
        );
    } else if !because.is_empty() {
        html += &format!("<p>{because}</p>");
    }
    if !found.is_empty() {
        // Where words are judged, a claim is told by what it says; elsewhere its name will do.
        let is_judged = cell.verdict.is_some();
        let items: String = found.iter().map(|found| item(from, found, is_judged)).collect();
        html += &format!("<ul class=\"evidence\">{items}</ul>");
    }
    let refuted = found.iter().any(|found| found.refuted.is_some());
    let class = if refuted { " class=\"is-refuted\"" } else { "" };
    format!("<td role=\"cell\" data-column=\"{}\"{class}>{html}</td>", escape(column))
}

fn item(from: &Path, found: &Found, is_judged: bool) -> String {
    let link = match &found.name {
        Name::Claim(name, known) => {
            let link = claim::link(from, name, known);
            if is_judged && known.figure.is_some() {
                format!("“{}”: {link}", escape(&known.says))
            } else {
                format!("<code>{}</code>: {link}", escape(name))
            }
        }
        Name::Place { target, title, is_code } => {
            let title = escape(title);
            let title = if *is_code { format!("<code>{title}</code>") } else { title };
            format!("<a href=\"{}{}\">{title}</a>", summary::up(from), escape(target))
        }
    };
    format!("<li>{}</li>", format!("{} {link}", found.kind).trim_start())
}
