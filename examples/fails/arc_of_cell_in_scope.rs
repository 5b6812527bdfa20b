//@ check-fail
use std::cell::Cell;
use std::sync::Arc;
use std::thread;

fn main() {
    let open = Arc::new(Cell::new(1));
    thread::scope(|s| {
        s.spawn(|| open.get()); //~ ERROR E0277
    });
    println!("{} open", open.get());
}
