//! What holds of the crate from outside: one binary, a module an area. Drawings are compared with
//! the files in `snapshots/`; `SNAPSHOTS=overwrite cargo test -p timeline` writes them anew, after
//! which a look at them in a browser is due.

mod certain;
mod drawing;
mod events;
mod file;
mod kitchens;
mod laws;
mod model;
mod publish;
mod trace;
