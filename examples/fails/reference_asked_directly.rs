//@ check-fail
use std::cell::Cell;

fn hand_over<T: Send>(_: T) {}

fn main() {
    let hits = Cell::new(0_u32);
    hand_over(&hits); //~ ERROR E0277
}
