//! The machine that a recording or a measurement comes from, and the day.

use std::fmt;
use std::fs;
use std::thread;
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

/// Where and when something was recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passport {
    /// The processor, as it names itself.
    pub machine: String,
    /// Logical processors that the program may use, after affinity and quota.
    pub cpus: usize,
    /// The operating system and the architecture: `linux x86_64`.
    pub system: String,
    /// The day, in UTC: `2026-11-20`.
    pub date: String,
    /// The commit of the book that was recorded; `unknown` outside a repository.
    pub commit: String,
}

impl Passport {
    /// This machine, today.
    #[must_use]
    pub fn here(commit: String) -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |past| past.as_secs());
        Passport {
            machine: processor().unwrap_or_else(|| "a processor that does not say its name".into()),
            cpus: thread::available_parallelism().map_or(1, usize::from),
            system: format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
            date: date(now / (24 * 60 * 60)),
            commit,
        }
    }
}

impl fmt::Display for Passport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Passport { machine, cpus, system, date, commit } = self;
        let cpus = if *cpus == 1 { "1 CPU".to_owned() } else { format!("{cpus} CPUs") };
        write!(f, "{machine}, {cpus}, {system}, {date}, commit {commit}")
    }
}

/// The processor's name; Linux alone tells it in a file.
fn processor() -> Option<String> {
    let text = fs::read_to_string("/proc/cpuinfo").ok()?;
    let line = text.lines().find(|line| line.starts_with("model name"))?;
    let name = line.split_once(':')?.1;
    Some(name.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A day counted from 1970-01-01 as year, month and day.
///
/// Years are counted from March, so that the leap day is the last one; the method is Howard
/// Hinnant's `civil_from_days`, <https://howardhinnant.github.io/date_algorithms.html>.
fn date(day: u64) -> String {
    let day = day + 719_468; // Days from 0000-03-01 to 1970-01-01.
    let (era, of_era) = (day / 146_097, day % 146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let year = 400 * era + year + u64::from(month <= 2);
    format!("{year}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_become_dates() {
        let known = [
            (0, "1970-01-01"),
            (58, "1970-02-28"),
            (59, "1970-03-01"),
            (11_016, "2000-02-29"),
            (11_017, "2000-03-01"),
            (19_782, "2024-02-29"),
            (20_777, "2026-11-20"),
            (47_540, "2100-02-28"),
            (47_541, "2100-03-01"),
        ];
        for (day, expected) in known {
            assert_eq!(date(day), expected, "day {day}");
        }
    }

    #[test]
    fn a_passport_is_one_line_with_machine_and_day() {
        let passport = Passport::here("abc1234".into());
        let line = passport.to_string();
        assert!(line.contains(&passport.machine) && line.ends_with("commit abc1234"), "{line}");
        assert!(!line.contains('\n') && passport.cpus >= 1);
    }
}
