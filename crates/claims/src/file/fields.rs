//! The fields of one table, read one by one, so that all their faults are found.
//!
//! Serde would stop at the first fault and give an unknown field the line of its table.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::faults::Report;
use super::suggest;

/// A table's fields, and where to report what is wrong with them.
#[derive(Debug)]
pub(super) struct Fields<'a, 't> {
    table: &'a DeTable<'t>,
    /// Where the table begins, for faults that belong to no field.
    pub(super) at: usize,
}

impl<'a, 't> Fields<'a, 't> {
    /// The fields of a value, each of which must be known; nothing where it is no table.
    pub(super) fn new(
        value: &'a Spanned<DeValue<'t>>,
        known: &[&str],
        report: &mut Report<'_>,
    ) -> Option<Self> {
        let at = value.span().start;
        let Some(table) = value.get_ref().as_table() else {
            report.push(at, format!("expected a table, found {}", value.get_ref().type_str()));
            return None;
        };
        for key in table.keys().filter(|key| !known.contains(&&**key.get_ref())) {
            let near = suggest::among(key.get_ref(), known);
            report.push(key.span().start, format!("there is no field `{}`{near}", key.get_ref()));
        }
        Some(Fields { table, at })
    }

    /// A field's value.
    pub(super) fn get(&self, name: &str) -> Option<&'a Spanned<DeValue<'t>>> {
        self.table.get(name)
    }

    /// Where a field's value begins; the table's beginning where there is no such field.
    pub(super) fn place(&self, name: &str) -> usize {
        self.get(name).map_or(self.at, |value| value.span().start)
    }

    /// A text that is not empty.
    pub(super) fn text(&self, name: &str, report: &mut Report<'_>) -> Option<&'a str> {
        let value = self.get(name)?;
        let text = value.get_ref().as_str().filter(|text| !text.trim().is_empty());
        if text.is_none() {
            report.push(value.span().start, format!("`{name}` must be a text that is not empty"));
        }
        text
    }

    /// As [`Fields::text`], for a field that must be there.
    pub(super) fn required(&self, name: &str, report: &mut Report<'_>) -> Option<&'a str> {
        if self.get(name).is_none() {
            report.push(self.at, format!("`{name}` is missing"));
        }
        self.text(name, report)
    }

    /// A number above zero.
    pub(super) fn positive(&self, name: &str, report: &mut Report<'_>) -> Option<f64> {
        let value = self.get(name)?;
        let number = match value.get_ref() {
            DeValue::Float(float) => float.as_str().parse().ok(),
            DeValue::Integer(integer) => decimal(integer).map(f64::from),
            _ => None,
        };
        let number = number.filter(|number: &f64| number.is_finite() && *number > 0.0);
        if number.is_none() {
            report.push(value.span().start, format!("`{name}` must be a number above zero"));
        }
        number
    }

    /// A whole number from 1 on.
    pub(super) fn count(&self, name: &str, report: &mut Report<'_>) -> Option<usize> {
        let value = self.get(name)?;
        let number = value.get_ref().as_integer().and_then(decimal).filter(|&number| number > 0);
        if number.is_none() {
            report.push(value.span().start, format!("`{name}` must be a whole number from 1 on"));
        }
        number.and_then(|number| usize::try_from(number).ok())
    }

    /// One of several words, as what it stands for.
    pub(super) fn word<T: Copy>(
        &self,
        name: &str,
        words: &[(&str, T)],
        report: &mut Report<'_>,
    ) -> Option<T> {
        let value = self.get(name)?;
        let text = value.get_ref().as_str().unwrap_or_default();
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, meaning)| *meaning);
        if found.is_none() {
            let known: Vec<_> = words.iter().map(|(word, _)| *word).collect();
            let near = suggest::among(text, &known);
            report.push(value.span().start, format!("there is no {name} `{text}`{near}"));
        }
        found
    }
}

/// An integer of TOML, which may be written in another base.
fn decimal(integer: &toml::de::DeInteger<'_>) -> Option<u32> {
    u32::from_str_radix(integer.as_str(), integer.radix()).ok()
}
