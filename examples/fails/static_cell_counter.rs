//@ check-fail
use std::cell::Cell;

static ACTIVE: Cell<u32> = Cell::new(0); //~ ERROR E0277

fn main() {
    ACTIVE.set(ACTIVE.get() + 1);
    println!("{} active", ACTIVE.get());
}
