//! The key: what tells a page that the reader opened from every other page in the browser.
//!
//! It stands in the address that `cargo run` prints, behind the `#`, which a browser sends to
//! nobody. The page's script takes it from there and shows it in a header. It is in no page, no
//! cookie and no file, and a new one is made whenever the server starts.

use anyhow::{Context, Result};
use std::fmt;
use std::hint::black_box;
use std::sync::Arc;

/// 128 random bits, written in hexadecimal.
#[derive(Clone)]
pub struct Key(Arc<str>);

impl Key {
    /// A key that nobody can guess.
    ///
    /// # Errors
    ///
    /// The operating system has no random bits to give.
    pub fn new() -> Result<Self> {
        let mut bits = [0; 16];
        getrandom::fill(&mut bits).context("failed to make a key")?;
        Ok(Self(format!("{:032x}", u128::from_ne_bytes(bits)).into()))
    }

    /// Whether this is the key. However much of it is right, the answer takes equally long, so
    /// that nobody finds it one digit at a time.
    #[must_use]
    pub fn is(&self, shown: &[u8]) -> bool {
        let key = self.0.as_bytes();
        let differences = key.iter().zip(shown).fold(0, |found, (a, b)| black_box(found | (a ^ b)));
        key.len() == shown.len() && differences == 0
    }

    /// The key as the address carries it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }
}

/// Whoever logs a value that holds a key must not log the key.
impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_key_is_the_key() {
        let key = Key::new().expect("random bits");
        let text = key.text().to_owned();
        assert_eq!(text.len(), 32);
        assert!(key.is(text.as_bytes()));
        let longer = format!("{text}0");
        let mut last = text.clone().into_bytes();
        last[31] ^= 1;
        for wrong in [b"".as_slice(), &text.as_bytes()[..31], longer.as_bytes(), &last] {
            assert!(!key.is(wrong), "{wrong:?}");
        }
        assert!(!Key::new().expect("random bits").is(text.as_bytes()), "every key is another one");
        assert!(!format!("{key:?}").contains(&text));
    }
}
