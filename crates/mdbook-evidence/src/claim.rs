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
//! A figure that the committed measurement does not show cannot be written. Where the measurement
//! refutes the claim, the page says so beside the figure, and a test fails. Served on a machine that
//! measured the claim itself, the page tells that too: `1.9× · here 1.6×`.

mod page;
mod refuted;
mod told;
mod uses;
mod yours;

use std::path::Path;

use claims::{Claim, Judgement, Verdict};
pub(crate) use page::page;
pub use refuted::refuted_claims;
pub(crate) use told::Told;
pub use uses::unused_claims;

use crate::example::Examples;
use crate::html::escape;
use crate::summary;

/// The page of all claims, seen from the folder of the chapters.
pub(crate) const PAGE: &str = "claims.html";

/// What is known of a claim that the book names.
pub(crate) struct Known {
    pub(crate) says: String,
    pub(crate) figure: Option<String>,
    /// By what it is refuted, where it is.
    pub(crate) refuted: Option<String>,
    /// The reader's own verdict, as HTML.
    here: String,
}

/// The claim `argument`, judged.
pub(crate) fn known(examples: &Examples, argument: &str) -> Result<Known, String> {
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
    let here = told.yours.judgement(claim).map(|yours| here(claim, &yours)).unwrap_or_default();
    let figure = claims::figure(claim, &judgement);
    let refuted = match judgement.verdict {
        Verdict::Refuted(by) => Some(by),
        Verdict::Proven | Verdict::CannotShow(_) => None,
    };
    Ok(Known { says: claim.says.clone(), figure, refuted, here })
}

/// The figure of the claim `argument`, in the chapter at `from`.
pub(crate) fn figure(examples: &Examples, from: &Path, argument: &str) -> Result<String, String> {
    let known = known(examples, argument)?;
    if known.figure.is_none() {
        return Err(format!("the claim `{argument}` has no figure; say it without one"));
    }
    Ok(link(from, argument, &known))
}

/// A link to where the claim is told, with its figure; a claim without one is named. A claim that
/// is refuted is marked by a word, wherever it stands.
pub(crate) fn link(from: &Path, argument: &str, known: &Known) -> String {
    let target = format!("{}{PAGE}#{}", summary::up(from), argument.replacen('/', "-", 1));
    let title = escape(&known.says);
    let text = escape(known.figure.as_deref().unwrap_or(&known.says));
    let (class, refuted) = match &known.refuted {
        None => ("claim", String::new()),
        Some(_) => ("claim refuted", format!(" {REFUTED}")),
    };
    let here = &known.here;
    format!("<a class=\"{class}\" href=\"{target}\" title=\"{title}\">{text}{refuted}{here}</a>")
}

/// The word on everything that the book's own measurement refutes; its sheet adds a sign.
pub(crate) const REFUTED: &str = "<b class=\"refuted\">refuted</b>";

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
