//! What a measurement may claim.
//!
//! So far this is the [`Passport`]: a figure or a picture without the machine that it comes from
//! says nothing.

mod passport;

pub use passport::Passport;
