//@ run-pass
#![allow(clippy::declare_interior_mutable_const)]
#![allow(clippy::borrow_interior_mutable_const)]
// ANCHOR: shown
#![expect(const_item_interior_mutations)]
use std::cell::Cell;

const LOOKUPS: Cell<u64> = Cell::new(0);

fn main() {
    LOOKUPS.set(LOOKUPS.get() + 1);
    LOOKUPS.set(LOOKUPS.get() + 1);
    println!("{} lookups", LOOKUPS.get());
}
// ANCHOR_END: shown
