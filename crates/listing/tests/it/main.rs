//! What this crate promises, on books of a few lines: see [`book::Book`].

mod bad_input;
mod batches;
mod bless;
mod book;
mod cache;
mod exercises;
mod markup;
#[cfg(unix)]
mod normalization;
mod outcomes;
mod process;
mod quiz;
mod report;
mod skeptic;
