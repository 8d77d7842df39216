//! How a search works: learn what each thread does next, then explore every order of it.
//!
//! A thread of a deterministic program is an automaton: what it does next depends on the results
//! it has seen, and on nothing else. [`learned`] keeps these automata. [`driver`] runs the program
//! itself under shuttle, along a path that is given, and notes what its threads do. [`product`]
//! walks all orders of the automata's steps over the shared values, breadth first, without running
//! anything; where it comes to a transition that nobody has seen, the driver runs the program to
//! that place and on to an end, and the walk goes on. [`session`] is what the program's side and
//! the search's side both see; they take turns on one operating-system thread.

pub(crate) mod driver;
pub(crate) mod hook;
pub(crate) mod learned;
pub(crate) mod product;
pub(crate) mod run;
pub(crate) mod session;
pub(crate) mod world;
