//! The figure: a row a job, a column a model, in each cell two times; and what the parts cost.

use claims::{significant, time_in_words};

use super::{COSTS, Job, Models, Recorded};
use crate::html::escape;
use crate::schedules::grouped;

/// What the marks in the table mean.
const LEGEND: &str = "Above, with a bar that grows by the same step when the time is ten times as long: the time by the \
    formula. Below: by the clock. \
    <b>▶</b> least by the formula. <b>≈</b> as good as that. <b>●</b> least by the clock. \
    <s>Struck out</s>: does not isolate. –: would have taken too long.";

pub(super) fn figure(name: &str, models: &Models, caption: &str, stale: bool) -> String {
    let heads = models.models.iter().map(|model| head("col", &escape(&model.name)));
    let rows = models.jobs.iter().map(|job| row(models, job));
    let costs = COSTS.map(|(cost, what)| {
        let time = time_in_words(models.costs[cost], 2);
        format!("<tr><th scope=\"row\"><code>{cost}</code></th><td>{time}</td><td>{what}</td></tr>")
    });
    let (cores, e) = (models.costs["cores"], significant(models.costs["e"], 3));
    let mut notes = format!("Recorded on {}.", escape(&models.passport.to_string()));
    if stale {
        notes += " Recorded before the last change of its code.";
    }
    format!(
        "<figure class=\"models\" id=\"models-{name}\"><which-model>\
         <div class=\"table-wrapper\" tabindex=\"0\" role=\"group\" aria-label=\"The jobs of {name}\">\
         <table class=\"jobs\"><thead><tr>{}{}</tr></thead><tbody>{}</tbody></table></div>\
         <script type=\"application/json\">{}</script></which-model>\
         <figcaption>{caption} <span class=\"legend\">{LEGEND}</span> \
         <span class=\"passport\">{notes}</span></figcaption>\
         <details><summary>What the parts cost</summary><div class=\"table-wrapper\"><table>\
         <thead><tr>{}{}{}</tr></thead><tbody>{}\
         <tr><th scope=\"row\"><code>cores</code></th><td>{cores}</td><td>logical CPUs</td></tr>\
         <tr><th scope=\"row\"><code>e</code></th><td>{e}</td><td>what they are worth together, in \
         cores: E</td></tr></tbody></table></div></details></figure>",
        head("col", "Job"),
        heads.collect::<String>(),
        rows.collect::<String>(),
        data(models),
        head("col", "Cost"),
        head("col", "Time"),
        head("col", "To …"),
        costs.concat(),
    )
}

fn head(scope: &str, text: &str) -> String {
    format!("<th scope=\"{scope}\">{text}</th>")
}

fn row(models: &Models, recorded: &Recorded) -> String {
    let Recorded { name, job, computed, took } = recorded;
    let allowed = |model: usize| models.models[model].isolates || !job.isolated;
    let least = |times: &[Option<f64>]| {
        let all = times.iter().enumerate().filter(|(model, _)| allowed(*model));
        all.filter_map(|(model, time)| Some((model, (*time)?))).min_by(|a, b| a.1.total_cmp(&b.1))
    };
    let computed: Vec<_> = computed.iter().copied().map(Some).collect();
    let (should, did) = (least(&computed), least(took));
    let verdict = |mark: &str, best: Option<(usize, f64)>| {
        let name = best.map_or("none", |(model, _)| &*models.models[model].name);
        format!("<span>{mark}&#160;{}</span>", escape(name))
    };
    let best = should.map_or(1.0, |(_, time)| time);
    let cells = (0..models.models.len()).map(|model| {
        let time = computed[model].unwrap_or(best);
        let mark = match should {
            Some((first, _)) if first == model => "▶ ",
            _ if allowed(model) && time < models.margin * best => "≈ ",
            _ => "",
        };
        let shown = time_in_words(time, 2);
        let shown = if allowed(model) { shown } else { format!("<s>{shown}</s>") };
        let dot = if did.is_some_and(|(first, _)| first == model) { "● " } else { "" };
        let by_clock = took[model].map_or("–".to_owned(), |time| time_in_words(time, 2));
        let class = if mark == "▶ " { " class=\"least\"" } else { "" };
        format!(
            "<td{class}><span class=\"bar\" style=\"--long:{:.0}%\"></span>\
             <span class=\"should\">{mark}{shown}</span><span class=\"took\">{dot}{by_clock}</span></td>",
            length(time, best)
        )
    });
    format!(
        "<tr><th scope=\"row\">{} <span class=\"inputs\">{}</span> <span class=\"verdict\">{} {}</span></th>{}</tr>",
        escape(name),
        inputs(job),
        verdict("▶", should),
        verdict("●", did),
        cells.collect::<String>()
    )
}

/// How long a bar is, in percent: so much more for each time that is ten times the last. The style
/// sheet keeps it within its cell.
fn length(time: f64, least: f64) -> f64 {
    8.0 + 30.0 * (time / least).log10()
}

/// “80 items, 4.0 ms CPU each, 71 % waiting”.
fn inputs(job: &Job) -> String {
    let Job { items, cpu, wait, bytes, isolated } = *job;
    let plural = if items == 1.0 { "item" } else { "items" };
    let mut words = vec![
        format!("{} {plural}", grouped(&items.to_string())),
        format!("{} CPU", time_in_words(cpu, 2)),
    ];
    if wait > 0.0 {
        words.push(format!("waits {}", time_in_words(wait, 2)));
    }
    if bytes > 0.0 {
        let (size, unit) = [(1e6, "MB"), (1e3, "kB"), (1.0, "B")]
            .into_iter()
            .find(|(size, _)| bytes >= *size)
            .unwrap_or((1.0, "B"));
        words.push(format!("{} {unit}", bytes / size));
    }
    if isolated {
        words.push("isolated".to_owned());
    }
    words.join(", ")
}

/// What the script needs.
fn data(models: &Models) -> String {
    let jobs: Vec<_> = models.jobs.iter().map(|recorded| recorded.job).collect();
    let data = serde_json::json!({
        "margin": models.margin, "models": models.models, "costs": models.costs, "jobs": jobs,
    });
    // `<` could end the script, and `{{` would be a directive.
    data.to_string().replace('<', "\\u003c").replace("{{", "{ {")
}
