//! Drives the library, and where it matters the program, against a small book of its own.

mod attacks;
mod bounds;
mod building;
mod course;
mod fixture;
mod following;
mod killed;
mod kitchen;
mod recording;
mod running;
mod serving;
mod yours;
