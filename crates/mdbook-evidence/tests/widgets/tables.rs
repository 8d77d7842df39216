//! `{{#table FILE}}`.

use snapbox::{assert_data_eq, str};
use tempfile::TempDir;

use crate::book::{book, expand, write};

/// A book that shows its examples, one of which is there in Python and Go, too.
fn shown() -> TempDir {
    let root = book();
    write(
        &root,
        "book/part/other.md",
        "# Other\n\n{{#output tea}}\n\n## How *it* `is`\n\n```rust\nfn f() {}\n```\n\n\
         {{#schedules counter Look.}}\n\n{{#timeline abba Look.}}\n\n## Words\n",
    );
    write(&root, "examples/part/tea/src/main.py", "print('hot')\n");
    write(&root, "examples/part/tea/src/main.go", "package main\n");
    let run = timeline::Model::new("tea", "min").run();
    let recording = timeline::Recording { runs: vec![run], ..Default::default() };
    write(&root, "examples/part/abba/recorded/timeline.json", &recording.to_text());
    root
}

fn page(table: &str) -> String {
    let root = shown();
    write(&root, "book/part/page.table.toml", table);
    expand(&root, "{{#table page.table.toml}}\n")
}

#[test]
fn a_cell_names_what_decides_it() {
    assert_data_eq!(
        page(
            r#"caption = "What *notes* say"
columns = ["What", "Here", "Rust"]

[[rows]]
head = "`A`"
[[rows.cells]]
says = "It is **hot**, 7 times."
verdict = "depends"
because = "On the [front](../front.md)."
evidence = ["output tea", "timeline abba", "schedules counter", "siblings tea", "block other.md#how-it-is"]
[[rows.cells]]
text = "`println!`"
evidence = ["quiz front", "section other.md#words", "siblings tea"]
"#
        ),
        str![[r#"
<div class="table-wrapper">
<table class="judged" role="table">
<caption>What <em>notes</em> say</caption>
<thead role="rowgroup">
<tr role="row">
<th scope="col" role="columnheader">What</th>
<th scope="col" role="columnheader">Here</th>
<th scope="col" role="columnheader">Rust</th>
</tr>
</thead>
<tbody role="rowgroup">
<tr role="row">
<th scope="row" role="rowheader">
<code>A</code>
</th>
<td role="cell" data-column="Here">
<p class="says">“It is <strong>hot</strong>, 7 times.”</p>
<p>
<b class="verdict is-open">depends</b>. On the <a href="../front.html">front</a>.</p>
<ul class="evidence">
<li>output <a href="../part/other.html#output-tea">
<code>tea</code>
</a>
</li>
<li>recording, from before the last change of its code, <a href="../part/other.html#timeline-abba">
<code>abba</code>
</a>
</li>
<li>search <a href="../part/other.html#schedules-counter">
<code>counter</code>
</a>
</li>
<li>in all three <a href="../part/other.html#output-tea">
<code>tea</code>
</a>
</li>
<li>code <a href="../part/other.html#how-it-is">How it is</a>
</li>
</ul>
</td>
<td role="cell" data-column="Rust">
<p>
<code>println!</code>
</p>
<ul class="evidence">
<li>question <a href="../front.html#q-front">front</a>
</li>
<li>
<a href="../part/other.html#words">Words</a>
</li>
<li>in all three <a href="../part/other.html#output-tea">
<code>tea</code>
</a>
</li>
</ul>
</td>
</tr>
</tbody>
</table>
</div>

"#]]
    );
}

#[test]
fn every_fault_of_a_table_has_its_line() {
    assert_data_eq!(
        page(
            r#"columns = ["What", "Python", "Rust"]
title = "none"
[[rows]]
head = "one"
cells = [{}, { says = "It is." }, { text = "three" }]
[[rows]]
head = "two"
cells = [
  { says = "a", verdict = "maybe" },
  { says = "b", verdict = "true", because = "It takes 3 s.", evidence = ["quiz front"] },
]
[[rows]]
head = "three"
cells = [
  { text = "twice `println!` and `print(`", evidence = ["siblings tea", "siblings counter"] },
  { evidence = [
    "claim tea/hot",
    "claim hot",
    "timeline tea",
    "schedules tea",
    "output coffee",
    "output abba",
    "section other.md#nothing",
    "section nowhere.md",
    "block other.md#words",
    "quiz back",
    "dance tea",
  ] },
]
"#
        ),
        str![[r#"
book/part/page.table.toml:2: there is no field `title` here; there is caption, columns, rows
book/part/page.table.toml:3: this row has a head and 3 cells, and the table has 3 columns
book/part/page.table.toml:5: `says` and `verdict` belong together: what is quoted is judged, and nothing else
book/part/page.table.toml:5: this cell is empty
book/part/page.table.toml:9: there is no verdict `maybe`; there is true, true under a GIL, false, depends
book/part/page.table.toml:10: a naked number, “3”: make it a claim (`{{#claim NAME/ID}}`), or say it without a figure
book/part/page.table.toml:10: a verdict needs evidence that ran: claim NAME/ID, timeline NAME, schedules NAME, output NAME, siblings NAME or block PATH#ANCHOR
book/part/page.table.toml:15: `counter` is not there in Python: cannot read examples/part/counter/src/main.py: [..]
book/part/page.table.toml:15: `println!` does not stand in examples/part/tea/src/main.py
book/part/page.table.toml:15: a naked number, “twice”: make it a claim (`{{#claim NAME/ID}}`), or say it without a figure
book/part/page.table.toml:17: cannot read examples/part/tea/claims.toml: [..]
book/part/page.table.toml:18: a claim is named NAME/ID, its example first; not `hot`
book/part/page.table.toml:19: cannot read examples/part/tea/recorded/timeline.json: [..]; type `cargo run -- record tea` to record its runs
book/part/page.table.toml:20: cannot read examples/part/tea/recorded/schedules.json: [..]; type `cargo run -- record tea` to search again
book/part/page.table.toml:21: there is no example `coffee`; there are abba, counter, tea
book/part/page.table.toml:22: cannot read examples/part/abba/recorded/output.txt: [..]; type `cargo run -- record abba` to record a run
book/part/page.table.toml:23: `other.md` has no section `#nothing`; it has other, how-it-is, words
book/part/page.table.toml:24: `nowhere.md` leads to no chapter; mend the path
book/part/page.table.toml:25: the section `other.md#words` has no block of Rust
book/part/page.table.toml:26: the book asks no question `back`
book/part/page.table.toml:27: there is no evidence `dance`; there is claim, timeline, schedules, output, siblings, block, section and quiz

"#]]
    );
    assert_data_eq!(
        page("columns = ["),
        str![[r#"
book/part/page.table.toml:1: unclosed array, expected `]`

"#]]
    );
    assert_data_eq!(
        expand(&book(), "{{#table nowhere.toml}}\n"),
        str![[r#"
book/part/page.md:1: cannot read book/part/nowhere.toml: [..]; write the table there

"#]]
    );
}
