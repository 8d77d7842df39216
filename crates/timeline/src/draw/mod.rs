//! Pictures of runs. `layout.rs` decides once what is shown; `svg` draws it for a page, [`strip`]
//! for a terminal.
//!
//! The SVG carries classes and no colours; [`CSS`] is a style sheet for them, light and dark.

mod arrows;
mod chart;
mod fold;
mod lanes;
mod layout;
mod names;
pub mod paper;
mod rows;
mod scale;
pub mod strip;
mod svg;
mod table;
mod words;

pub use svg::{Options, svg};
pub use table::table;

/// A style sheet for what [`svg`] draws. It reads colours from custom properties, so that a page
/// can set its own without repeating the rules.
pub const CSS: &str = include_str!("timeline.css");
