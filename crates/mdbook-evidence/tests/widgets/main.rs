//! The schedules of a program, and questions: a chapter in, HTML or faults out.

mod book;
mod corrupted;
mod exercises;
mod program;
mod quiz;
mod schedules;
