//! The binary, as its users meet it: on a small book in a temporary folder.

mod build;
mod check;
mod exercise;
mod fixture;
mod protocol;
mod serve;
