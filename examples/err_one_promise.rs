//@ check-pass
#![allow(dead_code)]
// ANCHOR: shown
struct Column<T>(*const T);

// SAFETY: a column's address is never read through.
unsafe impl<T> Send for Column<T> {}
// ANCHOR_END: shown

fn main() {}
