//! Measurements in pages: charts, claims and the reader's own, each from a book with one example.

mod measuring;

use mdbook_evidence::refuted_claims;
use measuring::{Book, Sum};
use snapbox::{assert_data_eq, file, str};

const CHART: &str = "{{#chart sum\nLook at *the marks*.\n}}\n";

#[test]
fn speed_up_is_drawn_against_workers() {
    let book = Book::measured();
    assert_data_eq!(book.expand(CHART), file!["snapshots/speed-up.html"]);
}

#[test]
fn the_readers_marks_are_hollow_and_in_the_table() {
    let book = Book::measured();
    book.yours(&Sum { times: [1_000.0, 1_050.0, 650.0], ..Sum::default() });
    assert_data_eq!(book.expand_served(CHART), file!["snapshots/speed-up-yours.html"]);
}

#[test]
fn costs_are_a_ladder_with_the_cheapest_first() {
    let book = Book::measured();
    book.file(
        "chart.toml",
        "[costs]\n\"sum/sequential\" = \"one <loop>\"\n\"sum/scoped-2\" = \"two threads\"\n",
    );
    assert_data_eq!(book.expand(CHART), file!["snapshots/costs.html"]);
}

#[test]
fn a_chart_and_a_sentence_tell_the_same_figure() {
    let book = Book::measured();
    let page = book.expand(&format!("{CHART}\n{{{{#claim sum/two-threads}}}}\n"));
    assert!(page.contains(">1.8×</a>"), "{page}");
    assert!(page.contains("<td>1.82×</td><td>1.82–1.82×</td>"), "{page}");
}

#[test]
fn what_cannot_be_drawn_is_a_fault_with_its_line() {
    let check = |change: &dyn Fn(&Book), fault: &str| {
        let book = Book::measured();
        change(&book);
        assert_data_eq!(book.expand(&format!("Before.\n\n{CHART}")), format!("{fault}\n"));
    };
    let ids = "sum/scoped-1, sum/scoped-2, sum/sequential";
    check(
        &|book| book.file("chart.toml", "[costs]\n\n\"sum/scoped-3\" = \"three\"\n"),
        &format!(
            "book/part/chapter.md:3: examples/sums/sum/chart.toml:3: no benchmark `sum/scoped-3` \
             was measured; there are {ids}"
        ),
    );
    check(
        &|book| book.file("chart.toml", "[costs]\n\"mus/one\" = \"one\"\n"),
        "book/part/chapter.md:3: examples/sums/sum/chart.toml:2: there is no example `mus`; \
         there are sum",
    );
    check(
        &|book| book.file("chart.toml", "[costs]\n[coasts]\n"),
        "book/part/chapter.md:3: examples/sums/sum/chart.toml:2: unknown field `coasts`, expected \
         `costs`",
    );
    check(
        &|book| book.file("chart.toml", "[costs]\n"),
        "book/part/chapter.md:3: examples/sums/sum/chart.toml:1: it names no benchmark",
    );
    check(
        &|book| {
            book.record(&Sum { ids: ["sum/one", "sum/scoped-1", "sum/scoped-2"], ..Sum::default() })
        },
        "book/part/chapter.md:3: examples/sums/sum/recorded/measured.json: no benchmark \
         `sum/sequential` was measured, with which to compare; there are sum/one, sum/scoped-1, \
         sum/scoped-2",
    );
    check(
        &|book| book.record(&Sum { ids: ["sum/sequential", "sum/a", "sum/b"], ..Sum::default() }),
        "book/part/chapter.md:3: examples/sums/sum/recorded/measured.json: no benchmark is called \
         `sum/WAY-WORKERS`; there are sum/a, sum/b, sum/sequential",
    );
    check(
        &|book| book.file("src/main.rs", "fn main() { changed(); }"),
        "book/part/chapter.md:3: examples/sums/sum/recorded/measured.json: measured before the \
         last change of its code; type `cargo run -- measure sum --record`",
    );
}

#[test]
fn a_chart_says_what_to_look_at() {
    assert_data_eq!(
        Book::measured().expand("{{#chart sum}}"),
        str![[r#"
book/part/chapter.md:1: the chart of `sum` has no caption; say in one sentence what to look at: {{#chart sum Look at …}}

"#]]
    );
}

/// The page for a reader, with what `measure` left on the machine.
fn page(book: &Book) -> String {
    book.expand_served(&format!("{CHART}\n{{{{#claim sum/two-threads}}}}\n\n{{{{#claims}}}}\n"))
}

#[test]
fn the_readers_verdict_stands_beside_the_books() {
    let check = |yours: Sum, sentence: &str, entry: &str| {
        let book = Book::measured();
        book.yours(&yours);
        let page = page(&book);
        let sentence = format!(">1.8×<span class=\"here\"> · {sentence}</span></a>");
        assert!(page.contains(&sentence), "{sentence} is missing from {page}");
        let entry = format!("<dt>Your machine</dt><dd>{entry}");
        assert!(page.contains(&entry), "{entry} is missing from {page}");
        assert!(page.contains("Your machine: another machine, 2 CPUs,"), "{page}");
        let not_shown = entry.contains("cannot show it");
        assert_eq!(page.contains("its marks may lie anywhere."), not_shown, "{page}");

        // Nothing of it goes to a host.
        let hosted = book.expand(&format!("{CHART}\n{{{{#claim sum/two-threads}}}}\n"));
        assert!(!hosted.contains("here") && !hosted.contains("another machine"), "{hosted}");
    };
    let sum = Sum::default;
    check(
        Sum { times: [1_000.0, 1_010.0, 600.0], ..sum() },
        "here 1.7×",
        "<b class=\"proven\">proven</b>. 1.67–1.67× (95 %), 9 of 9 rounds steady, E 1.95</dd>",
    );
    check(
        Sum { times: [1_000.0, 1_010.0, 2_000.0], ..sum() },
        "here: refuted, 0.50×",
        "<b class=\"refuted\">refuted</b>: ",
    );
    check(
        Sum { e: 1.1, ..sum() },
        "here: cannot show it",
        "<b class=\"cannot-show\">cannot show it</b>: ",
    );
}

#[test]
fn a_measurement_of_the_readers_that_is_no_good_is_left_out_with_a_word() {
    let good = Sum::default().text("another machine", &Book::measured().code());
    let check = |text: &str, why: &str| {
        let book = Book::measured();
        book.yours_as(text);
        let page = page(&book);
        let line = format!("Your machine's measurement is left out: {why}");
        assert_eq!(page.matches(&line).count(), 2, "chart and claims page say {line}: {page}");
        assert!(!page.contains("class=\"here\"") && !page.contains("Hollow"), "{page}");
    };
    let place = "target/measured/sum/measured.json";
    let again = "measure it again: cargo run -- measure sum";
    let stale = good.replace(&Book::measured().code(), "0123456789abcdef");
    check(&stale, &format!("sum was measured before the last change of its code; {again}"));
    check(&good[..good.len() / 2], &format!("{place} ends too early; {again}"));
    check("", &format!("{place} ends too early; {again}"));
    let newer = good.replacen("\"measured\": 1", "\"measured\": 2", 1);
    check(&newer, &format!("{place} has version 2, newer than 1; {again}"));
    check("[]", &format!("{place} is not a measurement: "));
    let other = good.replace("\"work\": \"integer\"", "\"work\": \"float\"");
    check(&other, &format!("{place}: claim `two-threads`: "));
}

#[test]
fn the_readers_rounds_are_judged_by_the_claim_as_it_is_now() {
    let book = Book::measured();
    let text = Sum::default().text("another machine", &book.code());
    let (proven, before) = ("\"proven\"", "{\"cannot_show\":\"a bound from before\"}");
    assert!(text.contains(proven), "{text}");
    book.yours_as(&text.replace(proven, before));
    let page = page(&book);
    assert!(page.contains("here 1.8×") && !page.contains("a bound from before"), "{page}");
}

#[test]
fn without_a_measurement_of_the_readers_the_pages_are_the_books() {
    let book = Book::measured();
    let chapter = format!("{CHART}\n{{{{#claim sum/two-threads}}}}\n\n{{{{#claims}}}}\n");
    assert_eq!(book.expand_served(&chapter), book.expand(&chapter));
}

#[test]
fn every_claim_is_told_with_what_carries_it() {
    let book = Book::measured();
    assert_data_eq!(book.expand("{{#claims}}\n"), file!["snapshots/claims.html"]);
}

const TABLE: &str = r#"columns = ["What", "Threads"]
rows = [
  { head = "Sums", cells = [
    { says = "Faster.", verdict = "true", because = "They are.", evidence = ["claim sum/two-threads"] },
  ] },
]
"#;

/// The chapter with a figure, with a table that rests on it, and with the page of claims.
fn everywhere(book: &Book) -> String {
    book.write("book/part/sums.table.toml", TABLE);
    book.expand("It is {{#claim sum/two-threads}}.\n\n{{#table sums.table.toml}}\n\n{{#claims}}\n")
}

#[test]
fn a_refuted_claim_is_marked_in_the_sentence_in_the_table_and_on_its_page() {
    let book = Book::measured();
    let page = everywhere(&book);
    assert!(!page.contains("refuted"), "{page}");
    assert_eq!(refuted_claims(book.root()), Ok(Vec::new()));

    book.record(&Sum { times: [1_000.0, 1_010.0, 2_000.0], ..Sum::default() });
    let page = everywhere(&book);
    let link = "<a class=\"claim refuted\" href=\"../claims.html#sum-two-threads\" \
                title=\"Two threads are faster than one loop\">0.50× <b class=\"refuted\">refuted</b></a>";
    let by = "0.256 × E (0.256–0.256), 66 % below the bound of at least 0.75 × E";
    for part in [
        &format!("It is {link}."),
        "<td role=\"cell\" data-column=\"Threads\" class=\"is-refuted\"><p class=\"says\">“Faster.”</p>",
        &format!(
            "<p><b class=\"refuted\">refuted</b>, by a measurement of its own evidence: {by}."
        ),
        &format!("<li>claim “Two threads are faster than one loop”: {link}</li>"),
        "<section class=\"claim-entry is-refuted\" id=\"sum-two-threads\">",
        &format!("<dt>Verdict</dt><dd><b class=\"refuted\">refuted</b>: {by}. "),
    ] {
        assert!(page.contains(part), "{part} is missing from {page}");
    }
    let gate = refuted_claims(book.root()).expect("it can be read");
    assert_data_eq!(
        gate.join("\n"),
        format!(
            "examples/sums/sum/claims.toml:1: the committed measurement refutes \
             `sum/two-threads`: {by}; mend the claim and every sentence that uses it, or, if the \
             machine was not quiet, measure again: cargo run -- measure sum --record"
        )
    );
}

#[test]
fn a_verdict_that_its_rounds_do_not_give_is_a_fault() {
    let book = Book::measured();
    let text = Sum { times: [1_000.0, 1_010.0, 2_000.0], ..Sum::default() };
    let text = text.text("a machine", &book.code());
    let (from, to) = (text.find("{\"refuted\"").expect("it is"), text.find("},\"interval\""));
    let to = to.expect("it has an interval") + 1;
    book.file("recorded/measured.json", &(text[..from].to_owned() + "\"proven\"" + &text[to..]));
    let page = book.expand("{{#claim sum/two-threads}}\n");
    assert!(page.contains("“proven” is written down, but its rounds say “refuted: "), "{page}");
}
