//! The general checks. Each ends the test with a message that says what is claimed, where it is
//! broken, and shows it.

mod claim;
mod inputs;
mod meeting;
mod patience;
mod recorded;
mod schedules;
mod virtual_time;

pub use claim::claim;
pub use inputs::{every_input, lists};
pub use meeting::Meeting;
pub use patience::patiently;
pub use recorded::{Recorded, recorded};
pub use schedules::{End, Found, every_schedule};
pub use virtual_time::{Took, virtual_time};

/// What a panic said.
#[cfg(test)]
pub(crate) fn said(payload: &(dyn std::any::Any + Send)) -> String {
    let text = payload.downcast_ref::<String>().map(String::as_str);
    text.or(payload.downcast_ref::<&str>().copied()).unwrap_or("a panic without a text").to_owned()
}
