//! `{{#schedules NAME caption}}`.

use std::fs;
use std::path::Path;

use mdbook_evidence::Example;
use mdbook_evidence::schedules::Schedules;
use snapbox::data::DataFormat;
use snapbox::{Data, assert_data_eq, str};

use crate::book::{book, expand, write};
use crate::program::{abba, counter};

const CAPTION: &str = "{{#schedules counter\nLook at *the last row*.\n}}\n";

#[test]
fn the_searcher_of_these_tests_finds_the_known_answers() {
    for (program, expected) in [
        (counter(), r#"6: [("2", "2"), ("1", "4")]"#),
        (abba(), r#"6: [("0", "4"), ("anna waits for board, ben waits for knife", "2")]"#),
    ] {
        let text = program.schedules("").to_string();
        let found = Schedules::parse(&text).expect("it agrees with itself");
        let outcomes: Vec<_> = found
            .outcomes
            .iter()
            .map(|o| (o.text.as_str(), o.schedules.as_deref().unwrap_or("∞")))
            .collect();
        assert_eq!(format!("{}: {outcomes:?}", found.schedules.unwrap_or_default()), expected);
    }
}

#[test]
fn the_figure_is_complete_without_a_script() {
    assert_data_eq!(
        expand(&book(), CAPTION),
        str![[r#"
<figure class="schedules" id="schedules-counter">
<be-the-scheduler aria-label="The schedules of counter">
<div class="lanes">
<div class="lane t0">
<p class="thread">anna</p>
<ol>
<li data-line="0" value="9">
<code>let n = onions.load();</code>
</li>
<li data-line="1" value="10">
<code>onions.store(n + 1);</code>
</li>
</ol>
</div>
<div class="lane t1">
<p class="thread">ben</p>
<ol>
<li data-line="0" value="9">
<code>let n = onions.load();</code>
</li>
<li data-line="1" value="10">
<code>onions.store(n + 1);</code>
</li>
</ol>
</div>
</div>
<p class="count">
<b>12 states, 6 schedules, 2 outcomes.</b>
</p>
<div class="table-wrapper">
<table>
<thead>
<tr>
<th scope="col">Outcome</th>
<th scope="col">Schedules</th>
<th scope="col">A shortest one</th>
</tr>
</thead>
<tbody>
<tr data-outcome="0">
<th scope="row">
<code>2</code>
</th>
<td>2</td>
<td>
<pre class="strip">anna  load  store  ·     ·&#10;ben   ·     ·      load  store</pre>
</td>
</tr>
<tr data-outcome="1">
<th scope="row">
<code>1</code>
</th>
<td>4</td>
<td>
<pre class="strip">anna  load  ·     store  ·&#10;ben   ·     load  ·      store</pre>
</td>
</tr>
</tbody>
</table>
</div>
<script type="application/json">{"lines":[9,10],"nodes":[[["0"],[],[1,2],[0,0],["load","load"],null],[["0"],[],[3,4],[1,0],["store","load"],null],[["0"],[],[4,5],[0,1],["load","store"],null],[["1"],[],[null,6],[null,0],[null,"load"],null],[["0"],[],[7,8],[1,1],["store","store"],null],[["1"],[],[9,null],[0,null],["load",null],null],[["1"],[],[null,10],[null,1],[null,"store"],null],[["1"],[],[null,11],[null,1],[null,"store"],null],[["1"],[],[11,null],[1,null],["store",null],null],[["1"],[],[10,null],[1,null],["store",null],null],[["2"],[],[null,null],[null,null],[null,null],0],[["1"],[],[null,null],[null,null],[null,null],1]],"outcomes":[["2","finished","2",[0,0,1,1]],["1","finished","4",[0,1,0,1]]],"schedules":"6","shared":["onions"],"threads":["anna","ben"]}</script>
</be-the-scheduler>
<figcaption>Look at <em>the last row</em>. <span class="passport">Searched by <code>cargo run -p counter</code>, which tries every schedule.</span>
</figcaption>
</figure>

"#]]
    );
}

#[test]
fn a_deadlock_has_a_word_and_a_shape() {
    let page = expand(&book(), "{{#schedules abba Look.}}");
    for part in [
        "<span class=\"dead\">■ deadlock</span>",
        "anna  lock  ·&#10;ben   ·     lock</pre>",
        "6 schedules, 2 outcomes.",
    ] {
        assert!(page.contains(part), "{part} is missing from {page}");
    }
}

#[test]
fn a_search_of_other_code_is_told_of() {
    let root = book();
    let stale = "Searched before the last change of its code.";
    assert!(!expand(&root, CAPTION).contains(stale));
    write(&root, "examples/part/counter/src/main.rs", "fn main() {}\n");
    assert!(expand(&root, CAPTION).contains(stale));
}

#[test]
fn a_search_that_stopped_says_so_and_has_no_graph_to_play_with() {
    let root = book();
    let mut file = counter().schedules("");
    file["stopped"] = "States".into();
    write(&root, "examples/part/counter/recorded/schedules.json", &file.to_string());
    let page = expand(&root, CAPTION);
    assert!(page.contains("The search stopped at its limit"), "{page}");
    assert!(!page.contains("<script"), "{page}");
}

#[test]
fn without_a_graph_the_outcome_tells_what_a_step_does() {
    let root = book();
    let mut file = counter().schedules("");
    file["graph"] = serde_json::Value::Null;
    file["outcomes"][1]["does"] = serde_json::json!(["load", "load", "store"]);
    write(&root, "examples/part/counter/recorded/schedules.json", &file.to_string());
    let page = expand(&root, CAPTION);
    assert!(
        page.contains("anna  load  ·     store  ·&#10;ben   ·     load  ·      ●</pre>"),
        "{page}"
    );
    assert!(page.contains("<p class=\"thread\">anna, ben</p>"), "{page}");
}

#[test]
fn text_of_a_program_neither_ends_the_script_nor_begins_a_directive() {
    let root = book();
    let mut file = counter().schedules("");
    file["outcomes"][0]["text"] = "</script>{{#quiz x}}".into();
    write(&root, "examples/part/counter/recorded/schedules.json", &file.to_string());
    let page = expand(&root, CAPTION);
    assert_eq!((page.matches("</script>").count(), page.matches("{{").count()), (1, 0), "{page}");
}

#[test]
fn what_is_missing_is_said_with_what_to_do() {
    let root = book();
    fs::remove_file(root.path().join("examples/part/abba/recorded/schedules.json")).expect("there");
    let mut file = counter().schedules("");
    file["outcomes"][1]["schedules"] = "3".into();
    write(&root, "examples/part/tea/recorded/schedules.json", &file.to_string());
    assert_data_eq!(
        expand(
            &root,
            "{{#schedules counter}}\n{{#schedules soup Look.}}\n{{#schedules abba Look.}}\n{{#schedules tea Look.}}\n"
        ),
        str![[r#"
book/part/page.md:1: the schedules of `counter` have no caption; say in one sentence what to look at: {{#schedules counter Look at …}}
book/part/page.md:2: there is no example `soup`; there are abba, counter, tea
book/part/page.md:3: cannot read examples/part/abba/recorded/schedules.json: No such file or directory (os error 2); type `cargo run -- record abba` to search again
book/part/page.md:4: examples/part/tea/recorded/schedules.json: `1` has 4 schedules, and it says 3; type `cargo run -- record tea` to search again

"#]]
    );
}

#[test]
fn the_book_for_the_browser_has_what_the_searcher_of_these_tests_finds() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/browser/fixture");
    for (name, program) in [("onions", counter()), ("knives", abba())] {
        let example = Example::all(&root).into_iter().find(|example| example.name == name);
        let example = example.expect("it is there");
        // A stale one is to be seen, too.
        let code =
            if name == "onions" { example.code_hash().expect("it is Rust") } else { String::new() };
        let text = program.schedules(&code).to_string() + "\n";
        let path = example.path("recorded/schedules.json");
        assert_data_eq!(text, Data::read_from(&path, Some(DataFormat::Text)));
    }
}
