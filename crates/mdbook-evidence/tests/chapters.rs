//! A chapter in, a page's Markdown or a report of faults out.

use std::fs;
use std::path::Path;

use mdbook_evidence::{Evidence, Example, Source};
use snapbox::{assert_data_eq, str};

/// A book with one example, `tea`, that has a Python sibling and a recorded run.
fn book() -> tempfile::TempDir {
    let root = tempfile::tempdir().expect("a temporary folder");
    let file = |path: &str, text: &str| {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    };
    file("book/part/chapter.md", "Its text is given to each test.");
    file("examples/drinks/tea/Cargo.toml", "[package]\nname = \"tea\"\n");
    file("examples/drinks/tea/src/main.rs", "fn main() {\n    println!(\"<hot>\");\n\n}\n");
    file("examples/drinks/tea/src/main.py", "print(\"<hot>\")\n");
    file("examples/drinks/tea/expected.txt", "<hot>\n");
    let mut tea = timeline::Model::new("tea", "min");
    tea.work("cook", "boil", 0..3);
    let recording = timeline::Recording { runs: vec![tea.run()], ..Default::default() };
    file("examples/drinks/tea/recorded/timeline.json", &recording.to_text());
    root
}

fn expand(chapter: &str) -> String {
    let root = book();
    let source = Source { path: Path::new("book/part/chapter.md"), text: chapter };
    match Evidence::new(root.path()).expand(&source) {
        Ok(text) => text,
        Err(faults) => format!("{faults}\n"),
    }
}

#[test]
fn an_output_becomes_tabs_that_need_no_script() {
    assert_data_eq!(
        expand("Before.\n\n{{#output tea}}\n\nAfter.\n"),
        str![[r#"
Before.



<div class="listing" id="output-tea" data-example="tea"><fieldset class="tabs"><legend class="visually-hidden">tea: choose a language</legend><input type="radio" name="tea-0" id="tea-0-rust" value="rust" checked><label for="tea-0-rust">Rust</label><input type="radio" name="tea-0" id="tea-0-python" value="python"><label for="tea-0-python">Python</label><div class="panel" data-language="rust"><details class="program"><summary>The program</summary><pre class="source" tabindex="0" role="region" aria-label="tea in Rust"><code class="language-rust">fn main() &#123;&#10;    println!(&quot;&lt;hot&gt;&quot;);&#10;&#10;}</code></pre></details><pre class="command"><code class="language-console">$ cargo run -p tea</code></pre><pre class="printed" tabindex="0" role="region" aria-label="what tea prints"><code class="language-output">&lt;hot&gt;</code></pre></div><div class="panel" data-language="python"><details class="program" open><summary>The program</summary><pre class="source" tabindex="0" role="region" aria-label="tea in Python"><code class="language-python">print(&quot;&lt;hot&gt;&quot;)</code></pre></details><pre class="command"><code class="language-console">$ python3 examples/drinks/tea/src/main.py</code></pre><pre class="printed" tabindex="0" role="region" aria-label="what tea prints"><code class="language-output">&lt;hot&gt;</code></pre></div></fieldset></div>



After.

"#]]
    );
}

#[test]
fn a_timeline_becomes_a_figure_with_caption_and_numbers() {
    let page = expand("{{#timeline tea\nLook at *the kettle*.\n}}\n");
    for part in ["<figure", "<svg", "Look at <em>the kettle</em>.", "<td>boil</td>"] {
        assert!(page.contains(part), "{part} is missing from {page}");
    }
    assert!(!page.trim().contains("\n\n"), "a blank line would end the HTML block: {page}");
}

#[test]
fn text_about_directives_stays_text() {
    let chapter = "Write `{{#output tea}}` or \\{{#output tea}}.\n";
    assert_eq!(expand(chapter), chapter);
}

#[test]
fn attributes_are_for_the_tests_and_not_for_the_page() {
    assert_data_eq!(
        expand("```rust,no_run,reason=\"it serves, for ever\",seconds=5\nloop {}\n```\n"),
        str![[r#"
```rust
loop {}
```

"#]]
    );
}

#[test]
fn all_faults_of_a_chapter_are_in_one_report() {
    assert_data_eq!(
        expand(
            r#"# Faults

{{#output coffee}}
{{#timeline tea}}
{{#dance tea}}
{{#include nowhere.rs}}
{{#include ../../examples/drinks/tea/src/main.rs:cup}}
{{#include ../../examples/drinks/tea/src/main.rs:3:3}}
{{#include ../../examples/drinks/tea/src/main.rs:2:9}}

```python
print(1)
```

```
nothing
```

```rust,ignore
```

```rust,compile_fail
```

```rust,should_panic
```

```rust,editon2021
```

Not below it.

```output
alone
```
"#
        ),
        str![[r#"
book/part/chapter.md:3: there is no example `coffee`; there are tea
book/part/chapter.md:4: the picture of `tea` has no caption; say in one sentence what to look at: {{#timeline tea Look at …}}
book/part/chapter.md:5: unknown directive `dance`; known are output, timeline, chart, claim, claims, schedules, models, quiz, table, exercise, progress, chapter, path, sources, machines, programs, include, rustdoc_include and title
book/part/chapter.md:6: cannot include `nowhere.rs`: [..]; mend the path
book/part/chapter.md:7: `../../examples/drinks/tea/src/main.rs` has no anchor `cup`; put `ANCHOR: cup` and `ANCHOR_END: cup` around the lines, or include the whole file
book/part/chapter.md:8: including `../../examples/drinks/tea/src/main.rs:3:3` puts nothing there: it is empty
book/part/chapter.md:9: `../../examples/drinks/tea/src/main.rs` has 4 lines, so `2:9` is not in it
book/part/chapter.md:11: nobody tests a block in `python`; put the program into an example (`src/main.py`, `src/main.go`) and show it with `{{#output NAME}}`, or use one of text, toml, sh, console
book/part/chapter.md:15: say the block's language: rust, output, text, …
book/part/chapter.md:19: `ignore` needs its reason: `ignore,reason="…"`
book/part/chapter.md:22: say for which reason it must not compile: `compile_fail,E0382`
book/part/chapter.md:25: any panic would do; show its message in an `error` block below
book/part/chapter.md:28: `editon2021` means nothing on a block in `rust`
book/part/chapter.md:33: a block in `output` must follow the Rust block that it belongs to

"#]]
    );
}

#[test]
fn a_missing_expectation_says_what_to_type() {
    let root = book();
    fs::remove_file(root.path().join("examples/drinks/tea/expected.txt")).expect("it was there");
    let source = Source { path: Path::new("book/chapter.md"), text: "{{#output tea}}" };
    let faults = Evidence::new(root.path()).expand(&source).expect_err("nothing to show");
    assert_data_eq!(
        faults.to_string(),
        str![
            "book/chapter.md:1: cannot read examples/drinks/tea/expected.txt: [..]; write there what `cargo run -p tea` must print"
        ]
    );
}

#[test]
fn a_recording_belongs_to_tokens_and_not_to_their_layout() {
    let root = book();
    let path = root.path().join("examples/drinks/tea/src/main.rs");
    let hash = |text: &str| {
        fs::write(&path, text).expect("a file");
        let tea = Example::all(root.path()).pop().expect("the one example");
        tea.code_hash().expect("it is Rust")
    };
    let first = hash("fn main() { let a = 1; }");
    assert_eq!(first, hash("//! Words.\n\n/// More.\nfn main() {\n    let a = 1; // One.\n}\n"));
    assert_ne!(first, hash("fn main() { let a = 2; }"));
    assert_ne!(first, hash("#[inline]\nfn main() { let a = 1; }"));
}

#[test]
fn a_recording_belongs_to_what_its_program_runs_and_not_to_its_siblings() {
    let root = book();
    let hash = |file: &str, text: &str| {
        fs::write(root.path().join("examples/drinks/tea/src").join(file), text).expect("a file");
        let tea = Example::all(root.path()).pop().expect("the one example");
        tea.code_hash().expect("it is Rust")
    };
    let first = hash("row.py", "print(1)");
    assert_ne!(first, hash("row.py", "print(2)"));
    assert_eq!(first, hash("row.py", "print(1)"));
    assert_eq!(first, hash("main.py", "print(2)"));
}

#[test]
fn a_naked_number_is_a_fault_in_figures_and_in_words() {
    assert_data_eq!(
        expand(
            r#"It is 3× faster, and twice as fast, for three seconds.

In `16` minutes, or in `<hot>` ones, with two cooks and the `E0382` error.

> Somebody found 12 %. See [them](https://example.org/).

The talk [of 2012](https://example.org/) and one idea, half done, in note 004 of 5, and a note 12.
"#
        ),
        str![[r#"
book/part/chapter.md:1: a naked number, “3×”: make it a claim (`{{#claim NAME/ID}}`), or say it without a figure
book/part/chapter.md:1: a naked number, “three seconds”: make it a claim (`{{#claim NAME/ID}}`), or say it without a figure
book/part/chapter.md:1: a naked number, “twice”: make it a claim (`{{#claim NAME/ID}}`), or say it without a figure
book/part/chapter.md:3: `16` stands in no program and no output that this chapter shows; make it a claim (`{{#claim NAME/ID}}`)
book/part/chapter.md:7: a naked number, “12”: make it a claim (`{{#claim NAME/ID}}`), or say it without a figure
book/part/chapter.md:7: a naked number, “5”: make it a claim (`{{#claim NAME/ID}}`), or say it without a figure
book/part/chapter.md:7: a naked number, “half”: make it a claim (`{{#claim NAME/ID}}`), or say it without a figure

"#]]
    );
}
