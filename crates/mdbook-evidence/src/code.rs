//! A hash of an example's code, which its recordings carry: they belong to the code that made them.
//!
//! Of Rust only tokens count. A comment mended or a line broken elsewhere changes nothing that ran.
//! A Python or Go file in `src` is one that the Rust program runs, and counts as it is, but for the
//! siblings `main.py` and `main.go`: what is recorded is a run of the Rust program.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use sha2::{Digest, Sha256};

use crate::Example;

impl Example {
    /// The hash of the tokens of the example's programs and benchmarks, of the files that they use,
    /// and of its arguments.
    ///
    /// # Errors
    ///
    /// Where a file cannot be read, or is not Rust.
    pub fn code_hash(&self) -> Result<String, String> {
        let mut hash = Sha256::new();
        for path in self.sources() {
            let shown = self.shown(&path.to_string_lossy());
            let text = self.read(&path.to_string_lossy())?;
            hash.update(path.to_string_lossy().replace('\\', "/").as_bytes());
            if !has(&path, "rs") {
                hash.update([0]);
                hash.update(text.as_bytes());
                continue;
            }
            let tokens: TokenStream =
                text.parse().map_err(|error| format!("{shown} is not Rust: {error}"))?;
            words(tokens, &mut |word| {
                hash.update([0]);
                hash.update(word.as_bytes());
            });
        }
        for argument in self.comparison()?.arguments {
            hash.update([1]);
            hash.update(argument.as_bytes());
        }
        Ok(hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect())
    }

    /// The files of what is recorded and measured, seen from the example's folder, in a fixed order.
    fn sources(&self) -> Vec<PathBuf> {
        let mut found = Vec::new();
        for folder in ["src", "benches"] {
            for entry in fs::read_dir(self.path(folder)).into_iter().flatten().flatten() {
                let path = PathBuf::from(folder).join(entry.file_name());
                let sibling = path.file_stem().is_some_and(|stem| stem == "main");
                if has(&path, "rs") || (!sibling && (has(&path, "py") || has(&path, "go"))) {
                    found.push(path);
                }
            }
        }
        found.sort();
        found
    }
}

fn has(path: &Path, extension: &str) -> bool {
    path.extension().is_some_and(|its| its == extension)
}

/// Hands on every token in order, but for documentation: the parser makes it attributes.
fn words(tokens: TokenStream, word: &mut impl FnMut(&str)) {
    let tokens: Vec<_> = tokens.into_iter().collect();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let documentation = documentation(&tokens[at..]);
        if documentation > 0 {
            at += documentation;
            continue;
        }
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                word(open);
                words(group.stream(), word);
                word(close);
            }
            token => word(&token.to_string()),
        }
        at += 1;
    }
}

/// How many of the first tokens are one `#[doc = "…"]` or `#![doc = "…"]`.
fn documentation(tokens: &[TokenTree]) -> usize {
    let is = |token: Option<&TokenTree>, wanted| matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == wanted);
    let length = if is(tokens.get(1), '!') { 3 } else { 2 };
    match tokens.get(length - 1) {
        Some(TokenTree::Group(group)) if is(tokens.first(), '#') => {
            let first = group.stream().into_iter().next();
            let is_doc = first.is_some_and(|token| token.to_string() == "doc");
            if is_doc { length } else { 0 }
        }
        _ => 0,
    }
}
