//! The shape of criterion's files: every field that version 0.8 writes, and no other.
//!
//! Criterion puts no version into its files, so another version is told by its shape alone.

use serde::Deserialize;

use super::Estimate;

/// `benchmark.json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "fields are named so that a file without them is seen as foreign")]
pub(super) struct Benchmark {
    group_id: String,
    function_id: Option<String>,
    value_str: Option<String>,
    throughput: Option<serde_json::Value>,
    pub(super) full_id: String,
    directory_name: String,
    title: String,
}

/// `estimates.json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "fields are named so that a file without them is seen as foreign")]
pub(super) struct Estimates {
    mean: Statistic,
    median: Option<Statistic>,
    median_abs_dev: Statistic,
    slope: Option<Statistic>,
    std_dev: Statistic,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "fields are named so that a file without them is seen as foreign")]
struct Statistic {
    confidence_interval: Confidence,
    point_estimate: f64,
    standard_error: f64,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Confidence {
    confidence_level: f64,
    lower_bound: f64,
    upper_bound: f64,
}

impl Estimates {
    /// The median, or the mean where there is none, with its interval.
    pub(super) fn typical(&self) -> Result<Estimate, &'static str> {
        let Statistic { confidence_interval: interval, point_estimate, .. } =
            self.median.as_ref().unwrap_or(&self.mean);
        if (interval.confidence_level - 0.95).abs() > 1e-9 {
            return Err("its intervals are not of 95 %; leave out `confidence_level`");
        }
        let estimate = Estimate {
            median_ns: *point_estimate,
            low_ns: interval.lower_bound,
            high_ns: interval.upper_bound,
        };
        if estimate.is_sound() { Ok(estimate) } else { Err("its figures are no times") }
    }
}
