//@ check-fail
use std::cell::Cell;
use std::sync::RwLock;

static ACTIVE: RwLock<Cell<u32>> = RwLock::new(Cell::new(0));
//~^ ERROR E0277

fn main() {
    let active = ACTIVE.write().unwrap();
    active.set(active.get() + 1);
    println!("{} active", active.get());
}
