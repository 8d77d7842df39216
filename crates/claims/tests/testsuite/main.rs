//! What holds of the crate from outside: one binary, a module an area.

mod criterion;
mod figures;
mod file;
mod interval;
mod machine;
mod measured;
mod simulated;
mod simulator;
mod verdict;
