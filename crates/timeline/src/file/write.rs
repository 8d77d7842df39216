//! From a recording to its text.

use serde::{Deserialize, Serialize};

use super::{Recording, VERSION};
use crate::run::{Run, Slice};

/// A slice: without its share where that is 1.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Written {
    Whole(usize, u64, u64),
    Share(usize, u64, u64, f64),
}

impl From<&Slice> for Written {
    fn from(slice: &Slice) -> Written {
        let Slice { worker, start, end, share } = *slice;
        if share == 1.0 {
            Written::Whole(worker, start, end)
        } else {
            Written::Share(worker, start, end, (share * 1000.0).round() / 1000.0)
        }
    }
}

impl From<Written> for Slice {
    fn from(slice: Written) -> Slice {
        let (worker, start, end, share) = match slice {
            Written::Whole(worker, start, end) => (worker, start, end, 1.0),
            Written::Share(worker, start, end, share) => (worker, start, end, share),
        };
        Slice { worker, start, end, share }
    }
}

pub(super) fn of(recording: &Recording) -> String {
    let mut text = format!("{{\"timeline\": {VERSION},\n");
    if let Some(code) = &recording.code {
        text += &format!("\"code\": {},\n", json(code));
    }
    if let Some(passport) = &recording.passport {
        text += &format!("\"passport\": {passport},\n");
    }
    text += "\"runs\": [\n";
    for (index, run) in recording.runs.iter().enumerate() {
        if index > 0 {
            text += ",\n";
        }
        text += &entry(run);
    }
    text += if recording.runs.is_empty() { "]}\n" } else { "\n]}\n" };
    text
}

fn entry(run: &Run) -> String {
    let tasks: Vec<_> = run.tasks.iter().map(|t| (&t.name, t.start, t.end, &t.after)).collect();
    let spans: Vec<_> = run.spans.iter().map(|s| (s.worker, s.task, s.start, s.end)).collect();
    let mut text = format!(
        "{{\"title\": {}, \"unit\": {}, \"end\": {}",
        json(&run.title),
        json(&run.unit.to_string()),
        run.end
    );
    if let Some(cpu) = run.cpu {
        text += &format!(", \"cpu\": {cpu}");
    }
    text += &format!(",\n\"workers\": {}", json(&run.workers));
    text += &format!(",\n\"tasks\": {}", json(&tasks));
    text += &format!(",\n\"spans\": {}", json(&spans));
    if let Some(slices) = &run.executing {
        let slices: Vec<_> = slices.iter().map(Written::from).collect();
        text += &format!(",\n\"executing\": {}", json(&slices));
    }
    text + "\n}"
}

/// Names, numbers and lists of them: nothing that JSON could refuse.
fn json(value: &(impl Serialize + ?Sized)) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
