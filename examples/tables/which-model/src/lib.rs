//! One job, seven models: what each would take by a formula, and what it takes when it is run.

pub mod agree;
pub mod costs;
pub mod jobs;
pub mod model;
pub mod record;
pub mod run;
pub mod show;
pub mod tried;
pub mod worker;
