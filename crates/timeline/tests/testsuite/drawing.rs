//! The pictures, compared with the files in `snapshots/`.

use snapbox::{Data, assert_data_eq};
use timeline::Run;
use timeline::draw::{CSS, Options, strip, svg, table};

use crate::kitchens as k;

/// The folder of the snapshots; `concat!` gives the path that `snapbox::file!` would.
fn snapshot(name: &str) -> Data {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/testsuite/snapshots/");
    Data::read_from(format!("{folder}{name}").as_ref(), Some(snapbox::data::DataFormat::Text)).raw()
}

fn check(name: &str, runs: &[Run]) {
    let runs: Vec<&Run> = runs.iter().collect();
    let drawn = svg(&runs, &Options::new(name));
    for line in drawn.lines() {
        assert!(!line.trim().is_empty(), "{name}: a blank line ends a Markdown block");
        assert!(!line.starts_with("    "), "{name}: an indented line is code in Markdown");
    }
    assert!(drawn.lines().next().is_some_and(|line| line.ends_with('>')));
    assert!(!drawn.contains('#') && !drawn.contains("style"), "{name}: colours are the page's");
    assert!(drawn.len() < 40_000, "{name}: {} bytes", drawn.len());
    assert_data_eq!(drawn, snapshot(&format!("{name}.svg")));
    let strips: Vec<_> = runs.iter().map(|run| strip::render(run, 72, false)).collect();
    assert_data_eq!(strips.join("\n\n") + "\n", snapshot(&format!("{name}.txt")));
}

#[test]
fn one_panel() {
    check("sequential", &[k::sequential()]);
    check("oven", &[k::oven()]);
    check("ordered", &[k::ordered()]);
    check("deadlock", &[k::deadlock()]);
    check("machine", &[k::machine()]);
}

#[test]
fn shares_have_their_height() {
    check("shares", &[k::shares()]);
}

#[test]
fn what_was_not_measured_is_not_drawn() {
    let run = k::unmeasured();
    check("unmeasured", std::slice::from_ref(&run));
    let drawn = svg(&[&run, &run], &Options::new("elsewhere"));
    assert!(!drawn.contains("curve-r"), "{drawn}");
    assert!(drawn.contains("at most 2 in progress, executing not measured here"), "{drawn}");
}

#[test]
fn panels_share_scale_and_colours() {
    check("three-kitchens", &[k::sequential(), k::alternating(), k::parallel()]);
}

#[test]
fn many_fold() {
    check("thousand", &[k::thousand()]);
    check("slices", &[k::slices()]);
    check("many-workers", &[k::many_workers()]);
}

#[test]
fn nothing_is_drawn_of_nothing() {
    check("empty", &[timeline::Model::new("nothing", "min").run()]);
    assert!(svg(&[], &Options::new("none")).ends_with("</svg>\n"));
}

#[test]
fn names_are_escaped() {
    let mut kitchen = timeline::Model::new("a < b\n\n& \"c\"", "min");
    kitchen.work("<cook>", "x & y", 0..9);
    let run = kitchen.run();
    let drawn = svg(&[&run], &Options::new("a\"b")) + &table(&run);
    assert!(!drawn.contains("<cook>") && !drawn.contains("x & y") && !drawn.contains("\n\n"));
    assert!(drawn.contains("a&quot;b-title"));
}

#[test]
fn options_leave_things_out() {
    let run = k::ordered();
    let full = svg(&[&run], &Options::new("full"));
    let bare = svg(&[&run], &Options::new("bare").with_arrows(false).with_curves(false));
    for class in ["arrow-head", "curve-i", "curve-r"] {
        assert!(full.contains(class) && !bare.contains(class), "{class}");
    }
}

#[test]
fn every_class_is_styled() {
    let runs = [k::machine(), k::ordered(), k::oven(), k::thousand(), k::slices(), k::unmeasured()];
    for run in &runs {
        let drawn = svg(&[run, run], &Options::new("styled"));
        for classes in drawn.split("class=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            for class in classes.split(' ').filter(|class| *class != "key") {
                assert!(CSS.contains(&format!(".{class}")), "no rule for .{class}");
            }
        }
    }
}

#[test]
fn tables_say_what_is_left_out() {
    assert_data_eq!(table(&k::oven()), snapshot("oven.table.html"));
    let long = table(&k::thousand());
    assert!(long.contains("… and 2960 more"), "{long}");
}

#[test]
fn colour_only_repeats_the_characters() {
    for run in [k::sequential(), k::oven(), k::thousand(), k::machine()] {
        let coloured = strip::render(&run, 72, true);
        let mut plain = String::new();
        for (index, part) in coloured.split("\x1b[").enumerate() {
            let text = if index == 0 { part } else { part.split_once('m').map_or("", |cut| cut.1) };
            plain += text;
        }
        let plain: Vec<_> = plain.lines().map(str::trim_end).collect();
        assert_eq!(plain.join("\n"), strip::render(&run, 72, false));
    }
}

#[test]
fn a_run_that_contradicts_itself_is_still_drawn() {
    let mut run = k::machine();
    for (worker, task, start, end) in
        [(9, 0, 0, 1), (0, 9, 0, 1), (0, 0, 5, 3), (0, 1, 2, u64::MAX)]
    {
        run.spans.push(timeline::Span { worker, task, start, end });
    }
    run.tasks[0].after = vec![7, 0];
    run.tasks[1].end = Some(u64::MAX);
    assert!(run.check().is_err());
    assert!(svg(&[&run], &Options::new("wrong")).ends_with("</svg>\n"));
    assert!(strip::render(&run, 72, true).contains("wall"));
    assert!(table(&run).ends_with("</table>\n"));
}
