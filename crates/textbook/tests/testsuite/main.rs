//! Drives the library, and where it matters the program, against a small book of its own.

mod building;
mod fixture;
mod following;
mod recording;
mod serving;
mod yours;
