//! A recording belongs to the code that made it.

use mdbook_evidence::Example;
use textbook::commands::record;

use crate::fixture::Fixture;

fn example(fixture: &Fixture, code: &str, recorded_from: &str) -> Vec<Example> {
    let folder = "examples/concurrency/knife";
    fixture.write(&format!("{folder}/Cargo.toml"), "[package]\nname = \"knife\"\n");
    fixture.write(&format!("{folder}/src/main.rs"), recorded_from);
    let hash = Example::all(fixture.root())[0].code_hash().expect("it is Rust");
    let recording = timeline::Recording { code: Some(hash), ..Default::default() };
    fixture.write(&format!("{folder}/recorded/timeline.json"), recording.to_text());
    fixture.write(&format!("{folder}/src/main.rs"), code);
    Example::all(fixture.root())
}

#[test]
fn a_recording_of_other_code_is_told_with_what_to_type() {
    let fixture = Fixture::new();
    let examples = example(&fixture, "fn main() { cut(2) }", "fn main() { cut(1) }");
    let said = record::check(&examples).expect_err("the code has changed").to_string();
    assert!(said.contains("examples/concurrency/knife/recorded/timeline.json"), "{said}");
    assert!(said.contains("cargo run -- record knife"), "{said}");
}

#[test]
fn a_comment_makes_no_other_code() {
    let fixture = Fixture::new();
    let examples = example(&fixture, "//! Cut.\nfn main() {}", "fn main() {\n}");
    record::check(&examples).expect("the same tokens");
}

#[test]
fn what_was_searched_belongs_to_its_code_too() {
    let fixture = Fixture::new();
    let examples = example(&fixture, "fn main() { cut(2) }", "fn main() { cut(2) }");
    let file = "examples/concurrency/knife/recorded/schedules.json";
    fixture.write(file, "{\"code\":\"0123456789abcdef\"}\n");
    let said = record::check(&examples).expect_err("it is of other code").to_string();
    assert!(said.contains(file) && said.contains("cargo run -- record knife"), "{said}");
    assert!(!said.contains("timeline.json"), "{said}");
}

#[test]
fn what_models_took_belongs_to_its_code_too() {
    let fixture = Fixture::new();
    let examples = example(&fixture, "fn main() { cut(2) }", "fn main() { cut(2) }");
    let file = "examples/concurrency/knife/recorded/models.json";
    fixture.write(file, "{\"code\":\"0123456789abcdef\"}\n");
    let said = record::check(&examples).expect_err("it is of other code").to_string();
    assert!(said.contains(file) && said.contains("cargo run -- record knife"), "{said}");
}
