//! `{{#quiz FILE}}` and `{{#progress}}`.

use snapbox::{assert_data_eq, str};

use crate::book::{book, expand, write};

fn page(questions: &str) -> String {
    let root = book();
    write(&root, "book/part/page.quiz.toml", questions);
    expand(&root, "{{#quiz page.quiz.toml}}\n{{#schedules counter Look.}}\n")
        .split("<figure")
        .next()
        .unwrap_or_default()
        .to_owned()
}

#[test]
fn one_of_several_with_why_and_see() {
    assert_data_eq!(
        page(
            r#"[[questions]]
id = "sum"
type = "MultipleChoice"
prompt.prompt = "What is `1 + 1`? See [the front](../front.md)."
prompt.distractors = [
    "none",
    { text = "`3`", why = "You counted the *plus*.", see = "page.md#the-plus" },
]
answer.answer = "`2`"
context = "So it is."
"#
        ),
        str![[r#"
<div class="quiz">
<quiz-question class="question" id="q-sum" data-id="sum" data-way="one">
<p class="number">Question 1</p>
<div class="prompt" id="q-sum-prompt">
<p>What is <code>1 + 1</code>? See <a href="../front.html">the front</a>.</p>
</div>
<ol class="options" type="A">
<li>none</li>
<li>
<code>3</code>
</li>
<li data-right>
<code>2</code>
</li>
</ol>
<details class="answer">
<summary>Answer</summary>
<p>
<b>C.</b> <code>2</code>
</p>
<div class="context">So it is.</div>
<ul class="whys">
<li data-option="1">
<b>B.</b> You counted the <em>plus</em>. <a class="see" href="page.html#the-plus">See “The plus”</a>
</li>
</ul>
</details>
</quiz-question>
</div>





"#]]
    );
}

#[test]
fn outcomes_have_a_computed_key_with_a_proof_each() {
    assert_data_eq!(
        page(
            r#"[[questions]]
id = "onions"
type = "Outcomes"
prompt.prompt = "How many onions?"
schedules = "counter"
candidates = ["1", "3"]
program = "counter:pour"
"#
        ),
        str![[r##"
<div class="quiz">
<quiz-question class="question" id="q-onions" data-id="onions" data-way="outcomes">
<p class="number">Question 1</p>
<div class="prompt" id="q-onions-prompt">
<p>How many onions?</p>
</div>
<pre class="source" tabindex="0" role="region" aria-label="lines of counter for the question onions">
<code class="language-rust">println!(&quot;hot&quot;);</code>
</pre>
<ol class="options" type="A">
<li data-right>
<code>1</code>
</li>
<li>
<code>3</code>
</li>
</ol>
<details class="answer">
<summary>Answer</summary>
<p>
<b>A.</b> <code>1</code>
</p>
<ul class="whys">
<li data-option="0">
<b>A.</b> 4 of 6 schedules end so. One of them:<pre class="strip">anna  load  ·     store  ·&#10;ben   ·     load  ·      store</pre> <a href="#schedules-counter" data-play="1">Play it step by step</a>
</li>
<li data-option="1">
<b>B.</b> 0 of 6 schedules end so.</li>
</ul>
</details>
</quiz-question>
</div>





"##]]
    );
}

#[test]
fn a_printed_key_and_typed_answers() {
    assert_data_eq!(
        page(
            r#"[[questions]]
id = "prints"
type = "Tracing"
prompt.prompt = "What does it print?"
output = "tea"

[[questions]]
id = "typed"
type = "ShortAnswer"
prompt.prompt = "Its name?"
prompt.distractors = [{ text = "coffee", why = "That is brown." }]
answer.answer = "tea"
answer.alternatives = ["a tea"]
"#
        ),
        str![[r#"
<div class="quiz">
<quiz-question class="question" id="q-prints" data-id="prints" data-way="lines" data-key="[&quot;hot/n&quot;]">
<p class="number">Question 1</p>
<div class="prompt" id="q-prints-prompt">
<p>What does it print?</p>
</div>
<pre class="source" tabindex="0" role="region" aria-label="lines of tea for the question prints">
<code class="language-rust">fn main() &#123;&#10;    println!(&quot;hot&quot;);&#10;}</code>
</pre>
<details class="answer">
<summary>Answer</summary>
<pre class="printed" tabindex="0" role="region" aria-label="what answers prints">
<code class="language-output">hot</code>
</pre>
</details>
</quiz-question>
<quiz-question class="question" id="q-typed" data-id="typed" data-way="text" data-key="[&quot;tea&quot;,&quot;a tea&quot;]">
<p class="number">Question 2</p>
<div class="prompt" id="q-typed-prompt">
<p>Its name?</p>
</div>
<details class="answer">
<summary>Answer</summary>
<p>tea</p>
<ul class="whys">
<li data-text="coffee">
<b>coffee</b> That is brown.</li>
</ul>
</details>
</quiz-question>
</div>





"#]]
    );
}

#[test]
fn the_right_option_is_not_always_first() {
    let place = |id: &str| {
        let page = page(&format!(
            "[[questions]]\nid = \"{id}\"\ntype = \"MultipleChoice\"\nprompt.prompt = \"?\"\n\
             prompt.distractors = [\"a\", \"b\", \"c\"]\nanswer.answer = \"right\"\n"
        ));
        page.matches("<li")
            .count()
            .min(page[..page.find("<li data-right").expect("right")].matches("<li").count())
    };
    let places: std::collections::BTreeSet<_> = (0..12).map(|n| place(&format!("q-{n}"))).collect();
    assert_eq!(places.len(), 4, "in twelve questions it stood only at {places:?}");
    assert_eq!(place("same"), place("same"));
}

#[test]
fn every_fault_has_its_file_and_line() {
    assert_data_eq!(
        page(
            r#"title = "Nothing asks for it"

[[questions]]
id = "front"
type = "MultipleChoice"
colour = "blue"
prompt.prompt = "Taken, in the whole book"
prompt.distractors = ["a", { text = "b", because = "c" }, "yes", { text = "d", see = "https://example.org" }, ""]
answer.answer = ["yes"]

[[questions]]
id = "Two Words"
type = "Riddle"
prompt.prompt = "?"

[[questions]]
id = "alone"
type = "MultipleChoice"
prompt.prompt = "Nothing wrong"
answer.answer = "yes"

[[questions]]
id = "alone"
type = "ShortAnswer"
prompt.prompt = """
Untested:

```rust
fn main() {}
```
"""
answer.answer = "yes"

[[questions]]
id = "no-key"
type = "ShortAnswer"
prompt.prompt = "No <b>answer</b>"

[[questions]]
id = "no-search"
type = "Outcomes"
prompt.prompt = "?"
schedules = "tea"
candidates = ["1", "3"]

[[questions]]
id = "nothing"
type = "Outcomes"
prompt.prompt = "?"
schedules = "soup"
candidates = ["1", "3"]

[[questions]]
id = "impossible"
type = "Outcomes"
prompt.prompt = "?"
schedules = "counter"
candidates = ["7", "8"]

[[questions]]
id = "possible"
type = "Outcomes"
prompt.prompt = "?"
schedules = "counter"
candidates = ["1", "2", "2"]
answer.answer = "1"

[[questions]]
id = "varies"
type = "Tracing"
prompt.prompt = "?"
output = "abba"
candidates = ["1"]

[[questions]]
id = "no-lines"
type = "ShortAnswer"
prompt.prompt = "?"
answer.answer = "1"
program = "tea:drink"

[[questions]]
id = "no-prompt"
type = "Tracing"
output = "tea"
"#
        ),
        str![[r#"
book/part/page.quiz.toml:1: there is no field `title` here; there is questions
book/part/page.quiz.toml:4: the id `front` is taken by book/front.quiz.toml:2
book/part/page.quiz.toml:6: there is no field `colour` here; there is id, type, prompt, answer, context, program, schedules, candidates, output
book/part/page.quiz.toml:8: `distractors` must be a text that is not empty
book/part/page.quiz.toml:8: `see` leads out of the book, to https://example.org; put it into `why`
book/part/page.quiz.toml:8: `yes` is the answer, too
book/part/page.quiz.toml:8: there is no field `because` here; there is text, why, see
book/part/page.quiz.toml:12: the id `Two Words` is not in kebab-case: `two-knives`
book/part/page.quiz.toml:13: there is no type `Riddle`; there is MultipleChoice, ShortAnswer, Tracing, Outcomes
book/part/page.quiz.toml:19: there is nothing wrong to choose; add `prompt.distractors`
book/part/page.quiz.toml:23: the id `alone` is taken by line 17
book/part/page.quiz.toml:25: nobody tests a block of code here; in a question, show lines of an example: `program = "NAME:ANCHOR"`
book/part/page.quiz.toml:34: `answer.answer` is missing
book/part/page.quiz.toml:37: this is HTML; put code into backticks
book/part/page.quiz.toml:43: cannot read examples/part/tea/recorded/schedules.json: No such file or directory (os error 2); type `cargo run -- record tea` to search again
book/part/page.quiz.toml:50: there is no example `soup`; there are abba, counter, tea
book/part/page.quiz.toml:58: none of the candidates can come out of `counter`
book/part/page.quiz.toml:65: `2` is there twice
book/part/page.quiz.toml:65: none of the candidates cannot come out of `counter`
book/part/page.quiz.toml:66: the answer of a question of type `Outcomes` is computed; leave it out
book/part/page.quiz.toml:72: what `abba` prints may vary, so it is no key; ask for its outcomes
book/part/page.quiz.toml:73: `candidates` means nothing in a question of type `Tracing`
book/part/page.quiz.toml:80: `tea` has no lines between anchors `drink`
book/part/page.quiz.toml:82: `prompt.prompt` is missing

"#]]
    );
}

#[test]
fn what_is_no_file_of_questions() {
    let root = book();
    assert_data_eq!(
        expand(&root, "\n{{#quiz nowhere.toml}}\n"),
        str![[r#"
book/part/page.md:2: cannot read book/part/nowhere.toml: No such file or directory (os error 2); write the chapter's questions there

"#]]
    );
    write(&root, "book/part/page.quiz.toml", "");
    assert_data_eq!(
        expand(&root, "{{#quiz page.quiz.toml}}\n"),
        str![[r#"
book/part/page.quiz.toml:1: there is no question; begin one with `[[questions]]`

"#]]
    );
    write(&root, "book/part/page.quiz.toml", "\n[[questions]\n");
    assert_data_eq!(
        expand(&root, "{{#quiz page.quiz.toml}}\n"),
        str![[r#"
book/part/page.quiz.toml:2: unclosed array table, expected `]`

"#]]
    );
}

#[test]
fn progress_lists_every_question_by_chapter() {
    let root = book();
    write(
        &root,
        "book/part/page.quiz.toml",
        "[[questions]]\nid = \"second\"\ntype = \"Tracing\"\nprompt.prompt = \"\"\"First.\n\nSecond.\"\"\"\noutput = \"tea\"\n",
    );
    assert_data_eq!(
        expand(&root, "{{#progress}}\n"),
        str![[r#"
<div class="progress">
<book-progress>
<p class="sum">Your browser keeps what you have done; with JavaScript this list shows it.</p>
<ul>
<li>
<a href="front.html">Front</a>
<ol>
<li data-id="front">
<a href="front.html#q-front">What stands <em>before</em> the page?</a>
</li>
</ol>
</li>
<li>
<a href="part/page.html">The page</a>
<ol>
<li data-id="second">
<a href="part/page.html#q-second">First.</a>
</li>
</ol>
</li>
</ul>
</book-progress>
</div>

"#]]
    );
}
