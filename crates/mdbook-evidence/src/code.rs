//! A hash of an example's code, which its recordings carry: they belong to the code that made them.
//!
//! Only tokens count. A comment mended or a line broken elsewhere changes nothing that ran.

use std::fs;
use std::path::PathBuf;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use sha2::{Digest, Sha256};

use crate::Example;

impl Example {
    /// The hash of the tokens of the example's programs and benchmarks, and of its arguments.
    ///
    /// # Errors
    ///
    /// Where a file cannot be read, or is not Rust.
    pub fn code_hash(&self) -> Result<String, String> {
        let mut hash = Sha256::new();
        for path in self.sources() {
            let shown = self.shown(&path.to_string_lossy());
            let text = self.read(&path.to_string_lossy())?;
            let tokens: TokenStream =
                text.parse().map_err(|error| format!("{shown} is not Rust: {error}"))?;
            hash.update(path.to_string_lossy().replace('\\', "/").as_bytes());
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

    /// The example's Rust files, seen from its folder, in a fixed order.
    fn sources(&self) -> Vec<PathBuf> {
        let mut found = Vec::new();
        for folder in ["src", "benches"] {
            for entry in fs::read_dir(self.path(folder)).into_iter().flatten().flatten() {
                let path = PathBuf::from(folder).join(entry.file_name());
                if path.extension().is_some_and(|extension| extension == "rs") {
                    found.push(path);
                }
            }
        }
        found.sort();
        found
    }
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
