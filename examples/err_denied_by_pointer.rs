//@ check-pass
#![allow(dead_code)]
// ANCHOR: shown
struct Column(*const u8); // a pointer is neither `Send` nor `Sync`
// ANCHOR_END: shown

fn main() {}
