//@ check-fail
//@ width: 100
use std::cell::Cell;

fn shared<T: Sync>(_: T) {}
fn sent<T: Send>(_: T) {}

fn main() {
    let hits = Cell::new(1_i32);
    shared(&hits); //~ ERROR E0277
    sent(&hits); //~ ERROR E0277
}
