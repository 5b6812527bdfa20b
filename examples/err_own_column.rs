//@ check-pass
#![allow(dead_code)]
// ANCHOR: shown
struct Column(*const u8);

// SAFETY: a column's address is never read through.
unsafe impl Send for Column {}

fn assert_send<T: Send>() {}

fn main() {
    assert_send::<Vec<Column>>();
}
// ANCHOR_END: shown
