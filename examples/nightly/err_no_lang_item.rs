//@ check-pass
//@ nightly
#![feature(auto_traits)]
#![allow(dead_code)]

// ANCHOR: shown
unsafe auto trait Moves {}
// ANCHOR_END: shown

fn main() {}
