//! A listing and its outcome.
//!
//! A listing is a program of the book, one file in examples/, whose header says what must happen to it. This crate reads
//! listings and the chapters that show them, asks the compiler, and says what does not hold.
//!
//! Start at [`check()`], which looks at everything and returns a [`Report`], and [`expand()`], which turns a chapter into
//! what a reader or a test tool gets. Nothing here knows about mdBook or HTTP.
//!
//! - [`source`]: directives, annotations, anchors; the text that a reader sees
//! - [`rustc`] and [`run`]: asking the compiler, running a program within limits
//! - [`observe`]: what happens to a listing, kept in a cache; `judge`: whether that is as it should be
//! - `chapter`, `claim`, `quotation`, `quiz`: what a chapter says and asks
//! - [`exercise`]: starters, checks and answers
//! - `page`: the markup; [`doctest`]: the blocks as skeptic's tests

mod ansi;
mod batch;
mod bless;
mod cache;
mod chapter;
mod check;
mod claim;
mod contents;
pub mod diagnostic;
pub mod doctest;
mod early;
pub mod exercise;
mod expand;
mod highlight;
mod judge;
mod normalize;
pub mod observe;
mod page;
mod parallel;
mod problem;
mod project;
mod quiz;
mod quotation;
mod report;
pub mod run;
pub mod rustc;
mod schedule;
mod scope;
mod snapshot;
pub mod source;
mod usage;

pub use bless::bless;
pub use chapter::Chapter;
pub use check::{Progress, check};
pub use doctest::assert_outcome;
pub use expand::{ExpandError, Target, expand};
pub use problem::{Error, Problem};
pub use project::Project;
pub use report::{ListingReport, QuestionReport, Report, Totals};
