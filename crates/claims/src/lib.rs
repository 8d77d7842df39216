//! What a measurement may claim.
//!
//! A [`Claim`] is a sentence with a figure in it, written in an example's `claims.toml`
//! ([`mod@file`]), together with the evidence that carries it: a test that gates it, a
//! [witness](judge_witness), or two benchmarks. For the latter somebody measures [`Round`]s, with the [effective
//! cores](effective_cores) of the machine before and after each, and [`judge`] says whether they
//! prove the claim, refute it, or show nothing. Rounds and judgements are kept in a [`Measured`],
//! with the [`Passport`] of the machine: a figure without the machine that it comes from says
//! nothing.
//!
//! The crate starts no process and opens no socket: it reads what others ran. It knows nothing of
//! mdBook or of HTTP, and of criterion only in [`criterion`].

mod claim;
pub mod criterion;
mod effective;
mod figure;
pub mod file;
mod interval;
pub mod machine;
pub mod measured;
mod passport;
mod rounds;
mod verdict;
mod witness;

pub use claim::{Bench, Bound, Claim, Evidence, Kind, Work};
pub use criterion::Estimate;
pub use effective::{PHASE, effective_cores};
pub use figure::{figure, interval_in_words, significant, time_in_words};
pub use interval::Interval;
pub use machine::Machine;
pub use measured::Measured;
pub use passport::Passport;
pub use rounds::Round;
pub use verdict::{ENOUGH, Judgement, Verdict, judge};
pub use witness::judge_witness;
