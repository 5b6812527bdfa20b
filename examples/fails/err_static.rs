//@ check-fail
use std::cell::Cell;

static HITS: Cell<u32> = Cell::new(0); //~ ERROR E0277

fn main() {
    HITS.set(1);
}
