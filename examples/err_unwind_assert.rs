//@ run-pass
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

fn main() {
    let balance = Cell::new(0);
    // One write: it is done whole, or not at all.
    let _ = catch_unwind(AssertUnwindSafe(|| balance.set(1)));
}
