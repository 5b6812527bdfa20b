//@ check-fail
use std::cell::Cell;

thread_local! {
    static LOOKUPS: Cell<u64> = const { Cell::new(0) };
}

fn counter() -> &'static Cell<u64> {
    LOOKUPS.with(|lookups| lookups)
    //~^ ERROR lifetime may not live long enough
}

fn main() {
    counter().set(1);
}
