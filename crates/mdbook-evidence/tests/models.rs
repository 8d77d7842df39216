//! `{{#models NAME caption}}`: jobs in several models, from a book with one example.

use std::fs;
use std::path::Path;

use mdbook_evidence::{Evidence, Example, Source};
use snapbox::{assert_data_eq, str};
use tempfile::TempDir;

const CHAPTER: &str = "Before.\n\n{{#models ways\nLook at *the bars*.\n}}\n";
const COSTS: &str = r#""cores":2.0,"e":1.9,"task":600.0,"thread":9000.0,"pool":80000.0,"process":1300000.0,"message":5000.0,"byte":0.2,"late":60000.0,"tick":1000000.0"#;

/// A book whose example has two models and two jobs, the second of which must be isolated.
fn book() -> TempDir {
    let root = tempfile::tempdir().expect("a temporary folder");
    write(&root, "Cargo.toml", "[package]\nname = \"ways\"\n");
    write(&root, "src/main.rs", "fn main() {}\n");
    let code = Example::all(root.path())[0].code_hash().expect("it is Rust");
    let passport = r#"{"machine":"a machine","cpus":2,"system":"linux x86_64","date":"2026-11-20","commit":"abc1234"}"#;
    let job =
        r#"{"items":80000.0,"cpu":4000000.0,"wait":10000000.0,"bytes":2500.0,"isolated":false}"#;
    let isolated = job.replace("false", "true");
    let text = format!(
        "{{\"code\": \"{code}\", \"passport\": {passport}, \"margin\": 1.5, \"models\": [\
         {{\"name\":\"pool\",\"isolates\":false}},{{\"name\":\"<processes>\",\"isolates\":true}}],\
         \"costs\": {{{COSTS}}}, \"jobs\": [\
         {{\"name\":\"pages\",\"job\":{job},\"computed\":[1e6,1.4e6],\"took\":[1.1e6,1e6]}},\
         {{\"name\":\"plug-ins\",\"job\":{isolated},\"computed\":[1e6,1e8],\"took\":[1.1e6,null]}}]}}"
    );
    write(&root, "recorded/models.json", &text);
    root
}

fn write(root: &TempDir, file: &str, text: &str) {
    let path = root.path().join("examples/part/ways").join(file);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}

/// Replaces a part of what was recorded.
fn change(root: &TempDir, from: &str, to: &str) {
    let path = root.path().join("examples/part/ways/recorded/models.json");
    let text = fs::read_to_string(&path).expect("it was written");
    assert!(text.contains(from), "{from} is not in {text}");
    write(root, "recorded/models.json", &text.replacen(from, to, 1));
}

fn expand(root: &TempDir, chapter: &str) -> String {
    let source = Source { path: Path::new("book/part/chapter.md"), text: chapter };
    match Evidence::new(root.path()).expand(&source) {
        Ok(text) => text.trim().replace("><", ">\n<") + "\n",
        Err(faults) => format!("{faults}\n"),
    }
}

#[test]
fn the_figure_is_complete_without_a_script() {
    let page = expand(&book(), CHAPTER);
    let rows = &page[page.find("<tbody>").expect("rows")..page.find("<script").expect("data")];
    assert_data_eq!(
        rows,
        str![[r#"
<tbody>
<tr>
<th scope="row">pages <span class="inputs">80,000 items, 4.0 ms CPU, waits 10 ms, 2.5 kB</span> <span class="verdict">
<span>▶&#160;pool</span> <span>●&#160;&lt;processes&gt;</span>
</span>
</th>
<td class="least">
<span class="bar" style="--long:8%">
</span>
<span class="should">▶ 1.0 ms</span>
<span class="took">1.1 ms</span>
</td>
<td>
<span class="bar" style="--long:12%">
</span>
<span class="should">≈ 1.4 ms</span>
<span class="took">● 1.0 ms</span>
</td>
</tr>
<tr>
<th scope="row">plug-ins <span class="inputs">80,000 items, 4.0 ms CPU, waits 10 ms, 2.5 kB, isolated</span> <span class="verdict">
<span>▶&#160;&lt;processes&gt;</span> <span>●&#160;none</span>
</span>
</th>
<td>
<span class="bar" style="--long:-52%">
</span>
<span class="should">
<s>1.0 ms</s>
</span>
<span class="took">1.1 ms</span>
</td>
<td class="least">
<span class="bar" style="--long:8%">
</span>
<span class="should">▶ 100 ms</span>
<span class="took">–</span>
</td>
</tr>
</tbody>
</table>
</div>

"#]]
    );
    for part in ["Look at <em>the bars</em>.", "Recorded on a machine, 2 CPUs", "<code>byte</code>"]
    {
        assert!(page.contains(part), "{part} is missing from {page}");
    }
    assert!(!page.contains("before the last change"), "{page}");
}

#[test]
fn what_a_script_reads_ends_no_script() {
    let page = expand(&book(), CHAPTER);
    assert!(page.contains("\"name\":\"\\u003cprocesses>\""), "{page}");
    assert!(page.contains("<th scope=\"col\">&lt;processes&gt;</th>"), "{page}");
}

#[test]
fn a_record_of_other_code_is_told_of() {
    let root = book();
    write(&root, "src/main.rs", "fn main() { changed(); }\n");
    assert!(expand(&root, CHAPTER).contains("Recorded before the last change of its code."));
}

#[test]
fn what_cannot_be_shown_is_a_fault_with_its_line() {
    let file = "examples/part/ways/recorded/models.json";
    let again = "type `cargo run -- record ways` to record it again";
    let check = |from: &str, to: &str, fault: &str| {
        let root = book();
        change(&root, from, to);
        let said = format!("book/part/chapter.md:3: {file}: {fault}; {again}\n");
        assert_data_eq!(expand(&root, CHAPTER), said);
    };
    check("\"tick\":1000000.0", "\"tock\":1000000.0", "the cost `tick` is missing");
    check("\"byte\":0.2", "\"byte\":-0.2", "the cost `byte` is not more than nothing");
    check("[1.1e6,1e6]", "[1.1e6]", "the job “pages” has not a time for each model");
    check("\"isolates\":true", "\"isolates\":false", "no model is allowed for the job “plug-ins”");
    assert_data_eq!(
        expand(&book(), "{{#models ways}}"),
        str![[r#"
book/part/chapter.md:1: the models of `ways` have no caption; say in one sentence what to look at: {{#models ways Look at …}}

"#]]
    );
}
