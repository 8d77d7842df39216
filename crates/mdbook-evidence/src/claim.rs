//! `{{#claim NAME/ID}}`: a figure in a sentence, and `{{#claims}}`: the page of all of them.
//!
//! In the chapter:
//!
//! ```markdown
//! Two threads sum the same numbers {{#claim sum/two-threads}} as fast.
//! ```
//!
//! In the page the figure, `1.9×`, is a link to where it is told what was compared, the bound that
//! is claimed, the interval that was measured, where and when, and the command that repeats it.
//! A figure that the committed measurement does not carry cannot be written. Served on a machine
//! that measured the claim itself, the page says so: `1.9× · here 1.6×`.

mod page;
mod told;
mod uses;
mod yours;

use std::path::Path;

use claims::{Claim, Judgement, Verdict};
pub(crate) use page::page;
pub(crate) use told::Told;
pub use uses::unused_claims;

use crate::example::Examples;
use crate::html::escape;
use crate::summary;

/// The page of all claims, seen from the folder of the chapters.
const PAGE: &str = "claims.html";

/// The figure of the claim `argument`, in the chapter at `from`.
pub(crate) fn figure(examples: &Examples, from: &Path, argument: &str) -> Result<String, String> {
    let (name, id) = argument
        .split_once('/')
        .ok_or_else(|| format!("a claim is named NAME/ID, its example first; not `{argument}`"))?;
    let example = examples.get(name)?;
    let told = Told::of(examples, example)?;
    let claim = told.claims.iter().find(|claim| claim.id == id).ok_or_else(|| {
        let known: Vec<_> = told.claims.iter().map(|claim| claim.id.as_str()).collect();
        format!("`{name}` makes no claim `{id}`; it makes {}", known.join(", "))
    })?;
    let judgement = told.judgement(example, claim)?;
    let figure = claims::figure(claim, &judgement)
        .ok_or_else(|| format!("the claim `{argument}` has no figure; say it without one"))?;
    let up = summary::up(from);
    let title = escape(&claim.says);
    let here = told.yours.judgement(claim).map(|yours| here(claim, &yours)).unwrap_or_default();
    Ok(format!(
        "<a class=\"claim\" href=\"{up}{PAGE}#{name}-{id}\" title=\"{title}\">{}{here}</a>",
        escape(&figure)
    ))
}

/// The reader's verdict, small, behind the book's figure.
fn here(claim: &Claim, yours: &Judgement) -> String {
    let figure = claims::figure(claim, yours).unwrap_or_default();
    let words = match yours.verdict {
        Verdict::Proven => format!("here {figure}"),
        Verdict::CannotShow(_) => "here: cannot show it".to_owned(),
        Verdict::Refuted(_) => format!("here: refuted, {figure}"),
    };
    format!("<span class=\"here\"> · {}</span>", escape(&words))
}
