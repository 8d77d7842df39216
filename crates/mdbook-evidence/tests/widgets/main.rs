//! The schedules of a program, questions and tables: a chapter in, HTML or faults out.

mod book;
mod corrupted;
mod exercises;
mod program;
mod quiz;
mod schedules;
mod tables;
