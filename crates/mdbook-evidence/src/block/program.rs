//! A block as the program that is compiled.

/// A block as a program: lines hidden from readers shown, and a `main` around what has none.
#[must_use]
pub fn program(text: &str) -> String {
    let shown: String = text.lines().map(|line| format!("{}\n", unhidden(line))).collect();
    let has_main = shown.lines().any(|line| main_at(line).is_some());
    if has_main { shown } else { format!("fn main() {{\n{shown}}}\n") }
}

/// mdBook hides lines that begin with `# `, and prints `##` as `#`.
fn unhidden(line: &str) -> String {
    let indented = line.len() - line.trim_start().len();
    let (indent, rest) = line.split_at(indented);
    match rest.strip_prefix('#') {
        Some("") => indent.to_owned(),
        Some(rest) if rest.starts_with(' ') => format!("{indent}{}", &rest[1..]),
        Some(rest) if rest.starts_with('#') => format!("{indent}{rest}"),
        _ => line.to_owned(),
    }
}

/// Where the name `main` stands, in a line that declares it.
#[must_use]
pub fn main_at(line: &str) -> Option<usize> {
    let at = line.find("fn main(")?;
    let words = line[..at].split_whitespace();
    let declares = words.into_iter().all(|word| matches!(word, "pub" | "async"));
    declares.then_some(at + "fn ".len())
}
