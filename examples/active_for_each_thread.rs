//@ run-pass
use std::cell::Cell;

thread_local! {
    static ACTIVE: Cell<u32> = const { Cell::new(0) };
}

fn main() {
    ACTIVE.set(ACTIVE.get() + 1);
    println!("{} active", ACTIVE.get());
}
