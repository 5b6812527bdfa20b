//@ run-pass
use std::cell::Cell;
use std::sync::Mutex;

static NEXT_ID: Mutex<Cell<u64>> = Mutex::new(Cell::new(1));

fn main() {
    let next = NEXT_ID.lock().unwrap();
    next.set(next.get() + 1);
    println!("next: {}", next.get());
}
