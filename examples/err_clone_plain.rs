//@ check-pass
#![allow(dead_code)]
// ANCHOR: shown
struct Column(*const u8);

impl Clone for Column {
    fn clone(&self) -> Column {
        Column(self.0)
    }
}
// ANCHOR_END: shown

fn main() {}
