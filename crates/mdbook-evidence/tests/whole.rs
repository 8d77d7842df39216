//! What is made of the whole book: terms as links, heads and paths, sources, machines, programs.

use std::fs;
use std::path::Path;

use mdbook_evidence::{Evidence, Source, unused_terms, without_head};
use snapbox::{assert_data_eq, str};

const SUMMARY: &str = "# Summary\n\n[Front](front.md)\n\n# Drinks\n\n- [Tea](hot/tea.md)\n\
                       - [Milk & more](hot/milk.md)\n\n---\n\n[Glossary](glossary.md)\n";
const GLOSSARY: &str = "# Glossary\n\n## K\n\n### B {#boil}\n\n<!-- also: a B of -->\n\nHeat. Met in [more](hot/milk.md#more).\n\n### Kettle\n\nA pot that boils, as in \"hot\". Met in \
                        [boiling](hot/tea.md#boiling-it).\n\n### Kettle drum\n\n\
                        <!-- also: drumming, loud pots -->\n\nNo kettle. Met in \
                        [more](hot/milk.md#more).\n";
const TEA: &str = "# Tea\n\n{{#chapter\nHow to *make* tea.\n}}\n\nA kettle, and kettles, with a B of C.\n\n\
                   ## Boiling it\n\nThe kettle.\n\n{{#output brew}}\n\n## Sources\n\n\
                   * Brown, [On tea](https://example.org/tea).\n* A dream.\n";
const MILK: &str = "# Milk & more\n\n{{#chapter hot/tea.md Milk.}}\n\n## More\n\nText.\n\n## Sources\n\n\
                    * Again [On tea](https://example.org/tea).\n* [Boiling](tea.md#boiling-it).\n";

/// A small book with a glossary, two chapters and a program.
fn book() -> tempfile::TempDir {
    let root = tempfile::tempdir().expect("a temporary folder");
    let file = |path: &str, text: &str| {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    };
    file("book/SUMMARY.md", SUMMARY);
    file("book/front.md", "# Front\n");
    file("book/glossary.md", GLOSSARY);
    file("book/hot/tea.md", TEA);
    file("book/hot/milk.md", MILK);
    file("examples/hot/brew/Cargo.toml", "[package]\nname = \"brew\"\n");
    file("examples/hot/brew/src/main.rs", "//! Brews\n//! *tea*.\n//!\n//! More.\nfn main() {}\n");
    file("examples/hot/brew/src/main.py", "\n");
    file("examples/hot/brew/expected.txt", "done\n");
    let passport = claims::Passport {
        machine: "A kettle".into(),
        cpus: 1,
        system: "stove".into(),
        date: "2026-01-02".into(),
        commit: "abc1234".into(),
    };
    let recording =
        timeline::Recording { passport: serde_json::to_value(passport).ok(), ..Default::default() };
    file("examples/hot/brew/recorded/timeline.json", &recording.to_text());
    root
}

fn expand(path: &str, text: &str) -> String {
    let root = book();
    let source = Source { path: Path::new(path), text };
    match Evidence::new(root.path()).expand(&source) {
        Ok(text) => text,
        Err(faults) => format!("{faults}\n"),
    }
}

#[test]
fn the_first_occurrence_of_a_term_is_a_link() {
    let drum = "<a class=\"term\" href=\"../glossary.html#kettle-drum\" title=\"No kettle.\">";
    let pot = "<a class=\"term\" href=\"../glossary.html#kettle\" title=\"A pot that boils, as in \
               &quot;hot&quot;.\">";
    let heat = "<a class=\"term\" href=\"../glossary.html#boil\" title=\"Heat.\">";
    let check = |text: &str, expected: &str| {
        let expected = expected
            .replace("[drum:", drum)
            .replace("[heat:", heat)
            .replace("[pot:", pot)
            .replace(":]", "</a>");
        assert_eq!(expand("book/hot/milk.md", text), expected, "from {text}");
    };
    check("A kettle, two kettles.", "A [pot:kettle:], two kettles.");
    check("A plan B, a B of C.", "A plan B, a [heat:B:] of C.");
    check("*Kettles* sing.", "*[pot:Kettles:]* sing.");
    check("A kettle\ndrum and a kettle.", "A [drum:kettle\ndrum:] and a [pot:kettle:].");
    check("Drumming on loud pots.", "[drum:Drumming:] on loud pots.");
    check("A tea-kettle, kettlefish, kettle-y.", "A tea-kettle, kettlefish, kettle-y.");
    check(
        "# A kettle\n\n> kettle\n\n`kettle` [kettle](tea.md)\n",
        "# A kettle\n\n> kettle\n\n`kettle` [kettle](tea.md)\n",
    );
    check("| kettle |\n|---|\n| kettle |\n", "| kettle |\n|---|\n| [pot:kettle:] |\n");
    check(
        "## More\n\nDrumming.\n\n## Sources\n\nA kettle.",
        "## More\n\nDrumming.\n\n## Sources\n\nA kettle.",
    );
    check("Drumming.\n\n## More\n\nIt.", "[drum:Drumming:].\n\n## More\n\nIt.");
}

#[test]
fn a_glossary_that_cannot_be_relied_upon_is_a_fault() {
    let glossary =
        "# G\n\n### Pot\n\n### Kettle\n\n<!-- also: pot -->\n\nA [pot](https://example.org).\n";
    assert_data_eq!(
        expand("book/glossary.md", glossary),
        str![[r#"
book/glossary.md:3: “Pot” does not say where it is met; link to the section that defines it
book/glossary.md:3: “Pot” is not explained; say in a sentence what it is
book/glossary.md:5: “Kettle” comes before “Pot” in the alphabet
book/glossary.md:5: “Kettle” does not say where it is met; link to the section that defines it
book/glossary.md:5: “pot” is said of “Pot” already

"#]]
    );
}

#[test]
fn a_term_that_no_chapter_uses_and_a_chapter_without_head_are_found() {
    let root = book();
    assert_eq!(without_head(root.path()), Ok(vec![]));
    let unused = unused_terms(root.path()).expect("there is a summary");
    assert_eq!(unused, ["book/glossary.md:15: no chapter uses the term “Kettle drum”"]);
    let milk = MILK.replace("{{#chapter hot/tea.md Milk.}}", "").replace("Text.", "Drumming.");
    fs::write(root.path().join("book/hot/milk.md"), milk).expect("a file");
    assert_eq!(unused_terms(root.path()), Ok(vec![]));
    let lacks = without_head(root.path()).expect("there is a summary");
    assert!(lacks[0].starts_with("book/hot/milk.md:1: does not say"), "{lacks:?}");
}

#[test]
fn a_chapter_says_what_it_needs_gives_and_takes() {
    assert_data_eq!(
        expand("book/hot/milk.md", "# M\n\n{{#chapter hot/tea.md Milk, *hot*.}}\n").trim(),
        str![[r#"
# M



<dl class="chapter-head"><div><dt>Needs</dt><dd><a href="../hot/tea.html">Tea</a></dd></div><div><dt>Gives</dt><dd>Milk, <em>hot</em>.</dd></div><div><dt>Takes</dt><dd>about 5 minutes</dd></div></dl>
"#]]
    );
    assert_data_eq!(
        expand(
            "book/hot/tea.md",
            "{{#chapter hot/milk.md X}}\n{{#chapter hot/rum.md X}}\n{{#chapter hot/tea.md}}\n"
        ),
        str![[r#"
book/hot/tea.md:1: it needs `hot/milk.md`, which does not come before it in the book
book/hot/tea.md:2: `hot/rum.md` is no chapter of book/SUMMARY.md
book/hot/tea.md:3: say in a sentence what the chapter gives: {{#chapter FILE … sentence}}

"#]]
    );
}

#[test]
fn a_path_has_times_and_all_that_its_chapters_need() {
    assert_data_eq!(
        expand("book/front.md", "{{#path hot/tea.md\nhot/milk.md}}").trim(),
        str![[
            r#"<ol class="path"><li><a href="hot/tea.html">Tea</a> <span class="time">5 minutes</span></li><li><a href="hot/milk.html">Milk &amp; more</a> <span class="time">5 minutes</span></li></ol><p class="path-total">10 minutes in all</p>"#
        ]]
    );
    assert_data_eq!(
        expand("book/front.md", "{{#path}}").trim(),
        str![[
            r#"<p class="path-part">Drinks</p><ul class="path"><li><a href="hot/tea.html">Tea</a> <span class="time">5 minutes</span><br>How to <em>make</em> tea.</li><li><a href="hot/milk.html">Milk &amp; more</a> <span class="time">5 minutes</span><br>Milk.</li></ul><p class="path-total">10 minutes in all, at 150 words a minute, without running anything</p>"#
        ]]
    );
    assert_data_eq!(
        expand(
            "book/front.md",
            "{{#path hot/milk.md}}\n{{#path hot/milk.md hot/tea.md}}\n{{#path rum.md}}"
        ),
        str![[r#"
book/front.md:1: `hot/milk.md` needs `hot/tea.md`, which is not on the path before it
book/front.md:2: `hot/milk.md` needs `hot/tea.md`, which is not on the path before it
book/front.md:3: `rum.md` is no chapter of book/SUMMARY.md

"#]]
    );
}

#[test]
fn sources_are_gathered_and_each_link_stands_once() {
    assert_data_eq!(
        expand("book/front.md", "{{#sources}}").trim(),
        str![[r#"
## Tea

* Brown, [On tea](https://example.org/tea).
* A dream.

[To the chapter](hot/tea.md)

## Milk & more

* [Boiling](hot/tea.md#boiling-it).

[To the chapter](hot/milk.md)
"#]]
    );
}

#[test]
fn a_machine_stands_once_with_what_came_from_it() {
    assert_data_eq!(
        expand("book/front.md", "{{#machines}}").trim(),
        str![[r#"
## A kettle, 1 CPU, stove

Programs recorded on it: 1; measured: 0; on 2026-01-02.

<div class="table-wrapper"><table><thead><tr><th>program</th><th>recorded on, at commit</th><th>measured on, at commit</th></tr></thead><tbody><tr><th scope="row"><a href="programs.html#brew"><code>brew</code></a></th><td>2026-01-02, <code>abc1234</code></td><td>–</td></tr></tbody></table></div>
"#]]
    );
}

#[test]
fn a_program_is_told_of_with_its_command_and_its_place() {
    assert_data_eq!(
        expand("book/front.md", "{{#programs}}").trim(),
        str![[r#"
## Drinks

### `brew`

<p class="program-entry">Brews <em>tea</em>.<br><code>cargo run -p brew</code> · also in Python<br><a href="hot/tea.html#boiling-it">Tea – Boiling it</a></p>
"#]]
    );
    let root = book();
    fs::write(root.path().join("book/hot/tea.md"), "# Tea\n").expect("a file");
    let source = Source { path: Path::new("book/front.md"), text: "{{#programs}}" };
    let faults = Evidence::new(root.path()).expand(&source).expect_err("it is shown nowhere");
    assert_data_eq!(
        faults.to_string(),
        str!["book/front.md:1: no chapter shows `examples/hot/brew/`; show it or remove it"]
    );
}
