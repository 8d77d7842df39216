//! A book with two searched examples, and one that prints.

use std::fs;
use std::path::Path;

use mdbook_evidence::{Evidence, Example, Source};
use tempfile::TempDir;

use crate::program::{abba, counter};

/// A file of a book.
pub(crate) fn write(root: &TempDir, path: &str, text: &str) {
    let path = root.path().join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}

pub(crate) fn book() -> TempDir {
    let root = tempfile::tempdir().expect("a temporary folder");
    write(&root, "book/SUMMARY.md", "[Front](front.md)\n\n- [The `page`](part/page.md)\n");
    write(&root, "book/front.md", "{{#quiz front.quiz.toml}}\n");
    write(&root, "book/front.quiz.toml", FRONT);
    write(&root, "book/part/page.md", "{{#quiz page.quiz.toml}}\n");
    for (name, program) in [("counter", counter()), ("abba", abba()), ("tea", counter())] {
        let file = |file: &str| format!("examples/part/{name}/{file}");
        write(&root, &file("Cargo.toml"), &format!("[package]\nname = \"{name}\"\n"));
        let main = "fn main() {\n    // ANCHOR: pour\n    println!(\"hot\");\n    // ANCHOR_END: pour\n}\n";
        write(&root, &file("src/main.rs"), main);
        write(&root, &file("expected.txt"), if name == "abba" { "[..]\n" } else { "hot\n" });
        if name != "tea" {
            let example =
                Example::all(root.path()).into_iter().find(|example| example.name == name);
            let code = example.expect("just written").code_hash().expect("it is Rust");
            write(&root, &file("recorded/schedules.json"), &program.schedules(&code).to_string());
        }
    }
    root
}

const FRONT: &str = r#"[[questions]]
id = "front"
type = "ShortAnswer"
prompt.prompt = "What stands *before* [the page](part/page.md)?"
answer.answer = "front"
"#;

/// The page of a chapter in `book/part`, or its faults.
pub(crate) fn expand(root: &TempDir, chapter: &str) -> String {
    let source = Source { path: Path::new("book/part/page.md"), text: chapter };
    match Evidence::new(root.path()).expand(&source) {
        Ok(text) => text.trim().replace("><", ">\n<") + "\n",
        Err(faults) => format!("{faults}\n"),
    }
}
