//@ check-fail
use std::cell::Cell;
use std::thread;

fn main() {
    let open = Cell::new(0);
    thread::scope(|s| {
        s.spawn(|| open.set(open.get() + 1)); //~ ERROR E0277
        s.spawn(|| open.set(open.get() + 1));
    });
    println!("{}", open.get());
}
