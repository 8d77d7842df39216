//! From a measurement to its text, and back.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::error::ReadError;
use super::{Measured, MeasuredClaim, VERSION};
use crate::criterion::Estimate;
use crate::passport::Passport;

/// The text, laid out for diffs.
pub(super) fn of(measured: &Measured) -> String {
    let Measured { passport, code, estimates, claims } = measured;
    let estimates =
        estimates.iter().map(|(id, estimate)| format!("{}: {}", json(id), json(estimate)));
    let claims = claims.iter().map(|claim| {
        let MeasuredClaim { id, baseline, contender, work, workers, judgement, rounds } = claim;
        format!(
            "{{\"id\": {}, \"baseline\": {}, \"contender\": {}, \"work\": {}, \"workers\": {workers},\n\
             \"judgement\": {},\n\"rounds\": [{}]}}",
            json(id),
            json(baseline),
            json(contender),
            json(work),
            json(judgement),
            lines(rounds.iter().map(json)),
        )
    });
    format!(
        "{{\"measured\": {VERSION},\n\"code\": {},\n\"passport\": {},\n\
         \"estimates\": {{{}}},\n\"claims\": [{}]}}\n",
        json(code),
        json(passport),
        lines(estimates),
        lines(claims),
    )
}

/// A value on one line. What is written here has text for its keys and cannot fail; a value that
/// did would be seen as `null` by whoever reads the file.
fn json<T: Serialize>(value: T) -> String {
    serde_json::to_string(&value).unwrap_or_else(|_| "null".to_owned())
}

/// Each entry on a line of its own.
fn lines(entries: impl Iterator<Item = String>) -> String {
    let entries: Vec<_> = entries.collect();
    if entries.is_empty() { String::new() } else { format!("\n{}\n", entries.join(",\n")) }
}

/// The file's shape.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "measured")]
    _version: u64,
    code: String,
    passport: Passport,
    estimates: BTreeMap<String, Estimate>,
    claims: Vec<MeasuredClaim>,
}

/// The measurement that a text holds; the path is for the errors.
pub(super) fn parse(text: &str, path: &Path) -> Result<Measured, ReadError> {
    let foreign =
        |reason: &str| ReadError::Foreign { path: path.to_owned(), reason: reason.to_owned() };
    // The version decides how the rest is to be read, so it is looked for first.
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(error) if error.is_eof() => {
            return Err(ReadError::Truncated { path: path.to_owned() });
        }
        Err(error) => return Err(foreign(&error.to_string())),
    };
    match value.get("measured").map(Value::as_u64) {
        Some(Some(version)) if version > VERSION => {
            return Err(ReadError::Newer { path: path.to_owned(), version });
        }
        Some(Some(1..)) => {}
        Some(_) => return Err(foreign("its version is no number from 1 on")),
        None => return Err(foreign("it does not begin with `\"measured\"`")),
    }
    let file: File = serde_json::from_str(text).map_err(|error| foreign(&error.to_string()))?;
    let File { _version, code, passport, estimates, claims } = file;
    if let Some((id, _)) = estimates.iter().find(|(_, estimate)| !estimate.is_sound()) {
        return Err(foreign(&format!("the figures of `{id}` are no times")));
    }
    for (i, claim) in claims.iter().enumerate() {
        if claims[..i].iter().any(|earlier| earlier.id == claim.id) {
            return Err(foreign(&format!("it has the claim `{}` twice", claim.id)));
        }
    }
    Ok(Measured { passport, code, estimates, claims })
}
