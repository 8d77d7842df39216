//! The fields of one table of a TOML file, read one by one so that every fault is found and has its
//! line: serde would stop at the first.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::{Faults, Source, markdown};

pub(crate) type Value<'t> = Spanned<DeValue<'t>>;

/// Gathers what is wrong with a file.
pub(crate) struct Report<'a> {
    pub(crate) source: &'a Source<'a>,
    pub(crate) faults: Faults,
}

impl Report<'_> {
    pub(crate) fn push(&mut self, at: usize, message: impl Into<String>) {
        self.faults.push(self.source.fault(at, message));
    }
}

/// A table whose fields are all known.
#[derive(Clone, Copy)]
pub(crate) struct Fields<'a, 't> {
    table: &'a DeTable<'t>,
    pub(crate) at: usize,
}

impl<'a, 't> Fields<'a, 't> {
    pub(crate) fn new(
        value: &'a Value<'t>,
        known: &[&str],
        report: &mut Report<'_>,
    ) -> Option<Self> {
        let at = value.span().start;
        let Some(table) = value.get_ref().as_table() else {
            report.push(at, format!("expected a table, found {}", value.get_ref().type_str()));
            return None;
        };
        let fields = Fields { table, at };
        fields.known(known, report);
        Some(fields)
    }

    pub(crate) fn of(table: &'a DeTable<'t>, at: usize) -> Self {
        Fields { table, at }
    }

    /// Reports every field that means nothing.
    pub(crate) fn known(&self, known: &[&str], report: &mut Report<'_>) {
        for key in self.table.keys().filter(|key| !known.contains(&&**key.get_ref())) {
            let known = known.join(", ");
            report.push(
                key.span().start,
                format!("there is no field `{}` here; there is {known}", key.get_ref()),
            );
        }
    }

    pub(crate) fn get(&self, name: &str) -> Option<&'a Value<'t>> {
        self.table.get(name)
    }

    pub(crate) fn place(&self, name: &str) -> usize {
        self.get(name).map_or(self.at, |value| value.span().start)
    }

    /// A text that is not empty, with its place.
    pub(crate) fn text(&self, name: &str, report: &mut Report<'_>) -> Option<(String, usize)> {
        self.get(name).and_then(|value| text(name, value, report))
    }

    /// As [`Fields::text`], and it must be there.
    pub(crate) fn required(&self, name: &str, report: &mut Report<'_>) -> Option<(String, usize)> {
        if self.get(name).is_none() {
            report.push(self.at, format!("`{name}` is missing"));
        }
        self.text(name, report)
    }

    /// As [`Fields::text`], and it is Markdown that hides nothing from the tests.
    pub(crate) fn markdown(&self, name: &str, report: &mut Report<'_>) -> Option<(String, usize)> {
        let found = self.text(name, report)?;
        sound(&found.0, found.1, report);
        Some(found)
    }

    /// The elements of an array; a text alone counts as an array of one where `or_text`.
    pub(crate) fn list(
        &self,
        name: &str,
        or_text: bool,
        report: &mut Report<'_>,
    ) -> Vec<&'a Value<'t>> {
        let Some(value) = self.get(name) else { return Vec::new() };
        match value.get_ref() {
            DeValue::Array(array) => array.iter().collect(),
            DeValue::String(_) if or_text => vec![value],
            _ => {
                report.push(value.span().start, format!("`{name}` must be a list of texts"));
                Vec::new()
            }
        }
    }

    /// As [`Fields::list`], of texts.
    pub(crate) fn texts(
        &self,
        name: &str,
        or_text: bool,
        report: &mut Report<'_>,
    ) -> Vec<(String, usize)> {
        let values = self.list(name, or_text, report);
        values.into_iter().filter_map(|value| text(name, value, report)).collect()
    }
}

/// A value that must be a text.
pub(crate) fn text(
    name: &str,
    value: &Value<'_>,
    report: &mut Report<'_>,
) -> Option<(String, usize)> {
    let at = value.span().start;
    match value.get_ref().as_str().filter(|text| !text.trim().is_empty()) {
        Some(text) => Some((text.to_owned(), at)),
        None => {
            report.push(at, format!("`{name}` must be a text that is not empty"));
            None
        }
    }
}

/// Reports Markdown that shows what nobody tests.
pub(crate) fn sound(text: &str, at: usize, report: &mut Report<'_>) {
    if markdown::has_block(text) {
        report.push(
            at,
            "nobody tests a block of code here; in a question, show lines of an example: \
             `program = \"NAME:ANCHOR\"`",
        );
    }
    if markdown::has_html(text) {
        report.push(at, "this is HTML; put code into backticks");
    }
}
