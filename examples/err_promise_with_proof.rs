//@ check-pass
#![allow(dead_code)]
// ANCHOR: shown
struct Frame {
    pixels: *const u8,
}

// SAFETY: the address is shown in the log, and never read through.
unsafe impl Send for Frame {}
// ANCHOR_END: shown

fn main() {}
