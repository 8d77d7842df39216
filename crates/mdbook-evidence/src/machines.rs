//! `{{#machines}}`: the machines that the book's recordings and measurements come from, each once,
//! with what came from it.

use std::collections::{BTreeMap, BTreeSet};

use claims::{Measured, Passport};
use timeline::Recording;

use crate::example::{Example, Examples};
use crate::html::escape;

/// What came from a machine.
#[derive(Default)]
struct Machine {
    days: BTreeSet<String>,
    /// Example by example: the day and the commit of its recording, and of its measurement.
    recorded: BTreeMap<String, (String, String)>,
    measured: BTreeMap<String, (String, String)>,
}

/// A section a machine, as Markdown with a table in HTML.
pub(crate) fn markdown(examples: &Examples) -> Result<String, String> {
    let mut machines: BTreeMap<String, Machine> = BTreeMap::new();
    for example in examples.iter() {
        for (passport, measured) in passports(example)? {
            let Passport { machine, cpus, system, date, commit } = passport;
            let plural = if cpus == 1 { "CPU" } else { "CPUs" };
            let name = format!("{machine}, {cpus} {plural}, {system}");
            let machine = machines.entry(name).or_default();
            machine.days.insert(date.clone());
            let of = if measured { &mut machine.measured } else { &mut machine.recorded };
            of.insert(example.name.clone(), (date, commit));
        }
    }
    let sections = machines.iter().map(|(name, machine)| section(name, machine));
    Ok(sections.collect::<Vec<_>>().join("\n\n"))
}

/// The passports of an example: of its recording, and of its measurement (`true`).
fn passports(example: &Example) -> Result<Vec<(Passport, bool)>, String> {
    let mut found = Vec::new();
    let recorded = example.path("recorded/timeline.json");
    if recorded.exists() {
        let recording = Recording::read(&recorded).map_err(|error| error.to_string())?;
        if let Some(passport) = recording.passport {
            let passport = serde_json::from_value(passport).map_err(|error| {
                format!("{}: its passport: {error}", example.shown("recorded/timeline.json"))
            })?;
            found.push((passport, false));
        }
    }
    let measured = example.path("recorded/measured.json");
    if measured.exists() {
        let measured = Measured::read(&measured).map_err(|error| error.to_string())?;
        found.push((measured.passport, true));
    }
    Ok(found)
}

fn section(name: &str, machine: &Machine) -> String {
    let Machine { days, recorded, measured } = machine;
    let when = match (days.first(), days.last()) {
        (Some(first), Some(last)) if first != last => format!("from {first} to {last}"),
        (Some(day), _) => format!("on {day}"),
        _ => String::new(),
    };
    let examples: BTreeSet<_> = recorded.keys().chain(measured.keys()).collect();
    let cell = |of: &BTreeMap<String, (String, String)>, name: &str| {
        let cell = of.get(name);
        cell.map_or("–".to_owned(), |(day, commit)| {
            format!("{day}, <code>{}</code>", escape(commit))
        })
    };
    let rows: String = examples
        .iter()
        .map(|name| {
            let link = format!("<a href=\"programs.html#{name}\"><code>{name}</code></a>");
            let (run, bench) = (cell(recorded, name), cell(measured, name));
            format!("<tr><th scope=\"row\">{link}</th><td>{run}</td><td>{bench}</td></tr>")
        })
        .collect();
    format!(
        "## {name}\n\nPrograms recorded on it: {}; measured: {}; {when}.\n\n\
         <div class=\"table-wrapper\"><table><thead><tr><th>program</th>\
         <th>recorded on, at commit</th><th>measured on, at commit</th></tr></thead>\
         <tbody>{rows}</tbody></table></div>",
        recorded.len(),
        measured.len(),
    )
}
