//! One file a command: what it is asked, what it does, what it says.

pub mod build;
pub mod course;
pub mod measure;
pub mod record;
pub mod serve;
