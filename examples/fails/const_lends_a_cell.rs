//@ check-fail
use std::cell::Cell;

const LIMIT: &u32 = &100;
const HITS: &Cell<u32> = &Cell::new(0); //~ ERROR E0492

fn main() {
    HITS.set(*LIMIT);
}
