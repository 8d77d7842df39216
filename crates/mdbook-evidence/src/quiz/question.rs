//! A question, as written.

use crate::markdown;

/// One question. Places (`at`) are bytes of the file, for faults.
#[derive(Clone, Debug)]
pub(crate) struct Question {
    /// Its name in the whole book: the reader's answers are kept by it.
    pub(crate) id: String,
    /// Where the id stands.
    pub(crate) at: usize,
    pub(super) prompt: String,
    pub(super) prompt_at: usize,
    /// Why the answer is what it is.
    pub(super) context: Option<(String, usize)>,
    /// Lines of an example, `NAME` or `NAME:ANCHOR`.
    pub(super) program: Option<(String, usize)>,
    pub(super) kind: Kind,
}

/// How it is answered.
#[derive(Clone, Debug)]
pub(super) enum Kind {
    /// By choosing one, or several, of some.
    Choice { options: Vec<Choice>, several: bool },
    /// By a few words; some wrong ones are foreseen.
    Short { answers: Vec<String>, foreseen: Vec<Choice> },
    /// By what the example prints.
    Tracing { output: String, at: usize },
    /// By choosing all that can come out of the example.
    Outcomes { schedules: String, at: usize, candidates: Vec<String>, candidates_at: usize },
}

/// One thing that can be chosen.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    pub(super) text: String,
    pub(super) right: bool,
    /// The misconception that it comes from, put right.
    pub(super) why: Option<String>,
    /// The place in the book that settles it.
    pub(super) see: Option<String>,
    pub(super) at: usize,
}

impl Question {
    /// Every link, with its place.
    pub(super) fn links(&self) -> Vec<(String, usize)> {
        let mut found = Vec::new();
        let mut from = |text: &str, at: usize| {
            found.extend(markdown::targets(text).into_iter().map(|target| (target, at)));
        };
        from(&self.prompt, self.prompt_at);
        if let Some((context, at)) = &self.context {
            from(context, *at);
        }
        let choices: &[Choice] = match &self.kind {
            Kind::Choice { options, .. } => options,
            Kind::Short { foreseen, .. } => foreseen,
            Kind::Tracing { .. } | Kind::Outcomes { .. } => &[],
        };
        for choice in choices {
            from(&choice.text, choice.at);
            from(choice.why.as_deref().unwrap_or_default(), choice.at);
        }
        found.extend(choices.iter().filter_map(|choice| Some((choice.see.clone()?, choice.at))));
        found
    }
}
