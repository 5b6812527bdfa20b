//@ check-pass
//@ nightly
#![feature(auto_traits)]
#![allow(dead_code)]

// ANCHOR: shown
auto trait NoSecret {}
// ANCHOR_END: shown

fn main() {}
