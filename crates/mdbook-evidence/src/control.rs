//! What a reader may change about a run: an option of an example, and the values on offer for it.
//!
//! ```toml
//! [[package.metadata.control]]
//! option = "--nap"
//! title = "Nap"
//! values = ["300ms", "1200ms"]
//! ```
//!
//! The served page makes a small control of each. There is no other value than those on offer, so
//! that nothing a page sends ever becomes part of a command that is not written down here.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// An option of an example's program, and what it may be.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Control {
    /// As it stands in the command: `--nap`. Its value is the argument after it.
    pub option: String,
    /// What the page calls it.
    pub title: String,
    /// All that it may be.
    pub values: Vec<String>,
}

impl Control {
    /// What is wrong with it, if anything.
    pub(crate) fn fault(&self) -> Option<String> {
        let option = &self.option;
        if !option.starts_with('-') {
            Some(format!("the control `{option}` is no option: it begins with no `-`"))
        } else if self.values.is_empty() {
            Some(format!("the control `{option}` has no values"))
        } else {
            // It could be taken for another option.
            let value = self.values.iter().find(|value| value.starts_with('-'))?;
            Some(format!("the control `{option}` has the value `{value}`, which begins with `-`"))
        }
    }
}

/// The recorded arguments, with what was chosen in place of what they say.
///
/// # Errors
///
/// What was chosen is not on offer.
pub(crate) fn arguments(
    recorded: &[String],
    controls: &[Control],
    chosen: &BTreeMap<String, String>,
) -> Result<Vec<String>, String> {
    let mut arguments = recorded.to_vec();
    for (option, value) in chosen {
        let control = controls.iter().find(|control| control.option == *option);
        let known = control.ok_or_else(|| "there is no such control".to_owned())?;
        if !known.values.contains(value) {
            return Err(format!("`{option}` may be one of {}", known.values.join(", ")));
        }
        match arguments.iter().position(|argument| argument == option) {
            Some(at) if at + 1 < arguments.len() => arguments[at + 1].clone_from(value),
            _ => arguments.extend([option.clone(), value.clone()]),
        }
    }
    Ok(arguments)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nap() -> Control {
        let values = ["300ms", "1200ms"].map(str::to_owned).to_vec();
        Control { option: "--nap".to_owned(), title: "Nap".to_owned(), values }
    }

    fn with(recorded: &[&str], chosen: &[(&str, &str)]) -> Result<String, String> {
        let recorded: Vec<_> = recorded.iter().map(|&argument| argument.to_owned()).collect();
        let chosen = chosen.iter().map(|&(a, b)| (a.to_owned(), b.to_owned())).collect();
        arguments(&recorded, &[nap()], &chosen).map(|arguments| arguments.join(" "))
    }

    #[test]
    fn what_is_chosen_stands_in_the_place_of_what_was_recorded() {
        let recorded = ["--first", "--nap", "1200ms", "last"];
        assert_eq!(with(&recorded, &[]).as_deref(), Ok("--first --nap 1200ms last"));
        let chosen = [("--nap", "300ms")];
        assert_eq!(with(&recorded, &chosen).as_deref(), Ok("--first --nap 300ms last"));
        assert_eq!(with(&["last"], &chosen).as_deref(), Ok("last --nap 300ms"));
    }

    #[test]
    fn nothing_can_be_chosen_that_is_not_on_offer() {
        for chosen in
            [("--nap", "301ms"), ("--nap", ""), ("--nap", "300ms --x"), ("--other", "300ms")]
        {
            assert!(with(&[], &[chosen]).is_err(), "{chosen:?}");
        }
    }

    #[test]
    fn a_control_that_could_be_mistaken_is_a_fault() {
        assert_eq!(nap().fault(), None);
        for wrong in [
            Control { option: "nap".to_owned(), ..nap() },
            Control { values: Vec::new(), ..nap() },
            Control { values: vec!["--help".to_owned()], ..nap() },
        ] {
            assert!(wrong.fault().is_some(), "{wrong:?}");
        }
    }
}
