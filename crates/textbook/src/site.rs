//! A whole site in memory. It is read once and then swapped as one value, so a reader never sees
//! a page of one build with the script of another, and no request can name a file that is not
//! part of the book.

use anyhow::{Context, Result};
use axum::body::Bytes;
use std::collections::HashMap;
use std::fs;
use std::path::Path;

/// One file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// The value of the `Content-Type` header.
    pub content_type: &'static str,
    /// The file, shared with every response that is being sent.
    pub bytes: Bytes,
}

/// Every file of a rendered book, by its path with `/` between folders and none in front.
#[derive(Clone, Debug, Default)]
pub struct Site {
    assets: HashMap<String, Asset>,
}

impl Site {
    /// Reads a rendered book. Every page learns to follow later versions of itself.
    ///
    /// # Errors
    ///
    /// A file that cannot be read.
    pub fn load(folder: &Path, version: u64) -> Result<Self> {
        let mut site = Self::default();
        site.add(folder, "", version)?;
        Ok(site)
    }

    fn add(&mut self, folder: &Path, prefix: &str, version: u64) -> Result<()> {
        let failed = || format!("failed to read {}", folder.display());
        for entry in fs::read_dir(folder).with_context(failed)? {
            let path = entry.with_context(failed)?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let key = format!("{prefix}{name}");
            if path.is_dir() {
                self.add(&path, &format!("{key}/"), version)?;
                continue;
            }
            let mut bytes =
                fs::read(&path).with_context(|| format!("failed to read {}", path.display()))?;
            let content_type = content_type(&key);
            if content_type == HTML {
                insert_live_script(&mut bytes, version);
            }
            self.assets.insert(key, Asset { content_type, bytes: bytes.into() });
        }
        Ok(())
    }

    /// The file for the path of a URL, still percent-encoded and with its leading `/`.
    #[must_use]
    pub fn get(&self, url_path: &str) -> Option<&Asset> {
        let mut key = decode(url_path.strip_prefix('/')?)?;
        if key.is_empty() || key.ends_with('/') {
            key.push_str("index.html");
        }
        self.assets.get(&key)
    }

    /// Takes the search index of another build of the same book, where both have one.
    pub fn take_search_index(&mut self, other: &Self) {
        if let (Some(name), Some(theirs)) = (self.search_index(), other.search_index()) {
            let index = other.assets[theirs].clone();
            let name = name.to_owned();
            self.assets.insert(name, index);
        }
    }

    /// The name of the index that the search box loads. With `hash-files` it carries a hash of
    /// its content, and every page names it so.
    fn search_index(&self) -> Option<&str> {
        let mut names = self.assets.keys();
        let name = names.find(|name| name.starts_with("searchindex") && name.ends_with(".js"))?;
        Some(name)
    }
}

pub(crate) const HTML: &str = "text/html; charset=utf-8";

fn content_type(name: &str) -> &'static str {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    match extension {
        "html" => HTML,
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "md" | "txt" | "toml" | "rs" | "py" | "go" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml; charset=utf-8",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff" => "font/woff",
        "woff2" => "font/woff2",
        "ttf" => "font/ttf",
        "wasm" => "application/wasm",
        // Nothing sniffs it, so a browser offers to save it.
        _ => "application/octet-stream",
    }
}

/// Puts the script before the end of the page. Only served pages have it: on a static host there
/// is nobody to ask.
pub(crate) fn insert_live_script(page: &mut Vec<u8>, version: u64) {
    let end = page.windows(7).rposition(|window| window == b"</body>").unwrap_or(page.len());
    let script = format!("<script src=\"/live.js\" data-version=\"{version}\"></script>\n");
    page.splice(end..end, script.into_bytes());
}

/// Undoes percent-encoding. The result is looked up and never opened, so `..` needs no care.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let high = char::from(rest.next()?).to_digit(16)?;
            let low = char::from(rest.next()?).to_digit(16)?;
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_encoding_is_undone_or_refused() {
        for (path, expect) in [
            ("a/b.html", Some("a/b.html")),
            ("a%20b%c3%a9", Some("a bé")),
            ("%2e%2E/x", Some("../x")),
            ("100%", None),
            ("%zz", None),
            ("%ff", None),
        ] {
            assert_eq!(decode(path).as_deref(), expect, "{path}");
        }
    }

    #[test]
    fn the_script_goes_before_the_last_end_of_body() {
        let mut page = b"<body><code></body></code>x</body></html>".to_vec();
        insert_live_script(&mut page, 7);
        let page = String::from_utf8(page).expect("text");
        assert!(
            page.contains(
                "</code>x<script src=\"/live.js\" data-version=\"7\"></script>\n</body></html>"
            ),
            "{page}"
        );
    }
}
