//! What the search must find, what it must refuse, and what else agrees with it.

mod bad;
mod known;
mod laws;
mod oracles;
mod programs;
mod waiting;
