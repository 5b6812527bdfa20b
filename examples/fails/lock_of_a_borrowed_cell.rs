//@ check-fail
use std::cell::Cell;
use std::sync::Mutex;
use std::thread;

fn main() {
    let hits = Cell::new(0);
    let guarded = Mutex::new(&hits);
    thread::scope(|s| {
        s.spawn(|| guarded.lock().unwrap().set(1)); //~ ERROR E0277
        hits.set(2);
    });
}
