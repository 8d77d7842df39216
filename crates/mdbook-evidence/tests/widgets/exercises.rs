//! `{{#exercise NAME}}`.

use snapbox::{assert_data_eq, str};
use tempfile::TempDir;

use crate::book::{book, expand, write};

fn with_exercises() -> TempDir {
    let root = book();
    let info = |name: &str| {
        format!(
            "[[exercises]]\nname = \"{name}\"\ndir = \"part\"\nhint = \"\"\"\nLook *here*.\n\nAnd there: `{{{{`.\"\"\"\n"
        )
    };
    let all = ["page1", "page2", "other_page1"].map(info).concat();
    write(&root, "examples/exercises/info.toml", &format!("format_version = 1\n{all}"));
    for (name, first) in
        [("page1", "// A <bowl>"), ("page2", "fn main() {}"), ("other_page1", "// X")]
    {
        write(
            &root,
            &format!("examples/exercises/solutions/part/{name}.rs"),
            &format!("{first}\n"),
        );
    }
    root
}

#[test]
fn an_exercise_is_a_box_with_a_command_and_a_hint() {
    assert_data_eq!(
        expand(&with_exercises(), "{{#exercise page1}}\n"),
        str![[r#"
<div class="exercise" id="exercise-page1">
<course-exercise data-name="page1">
<p class="number">Exercise</p>
<p class="title">A &lt;bowl&gt;</p>
<pre class="command" tabindex="0" role="region" aria-label="what opens the exercise page1">
<code class="language-console">$ cargo run -- course page1</code>
</pre>
<details class="hint">
<summary>Hint</summary>
<p>Look <em>here</em>.</p>
<p>And there: <code>&#123;{</code>.</p>
</details>
</course-exercise>
</div>

"#]]
    );
}

#[test]
fn what_is_wrong_with_exercises_is_told() {
    let root = with_exercises();
    let chapter = "{{#exercise page3}}\n\n{{#exercise page2}}\n\n{{#exercise other_page1}}\n";
    assert_data_eq!(
        expand(&root, chapter),
        str![[r#"
book/part/page.md:1: there is no exercise `page3`; there are page1, page2, other_page1
book/part/page.md:3: examples/exercises/solutions/part/page2.rs does not open with its title; its first line is to be `// The title`
book/part/page.md:5: by its name, the exercise `other_page1` belongs to book/part/other-page.md

"#]]
    );
}

#[test]
fn progress_lists_exercises_beside_questions() {
    let root = with_exercises();
    write(&root, "examples/exercises/solutions/part/page2.rs", "// B\n");
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
<ul>
<li data-exercise="page1">Exercise: <a href="part/page.html#exercise-page1">A &lt;bowl&gt;</a>
</li>
<li data-exercise="page2">Exercise: <a href="part/page.html#exercise-page2">B</a>
</li>
</ul>
</li>
</ul>
</book-progress>
</div>

"#]]
    );
}
