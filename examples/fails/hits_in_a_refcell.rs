//@ check-fail
use std::cell::RefCell;
use std::thread;

fn main() {
    let hits = RefCell::new(0_u32);
    thread::scope(|s| {
        s.spawn(|| *hits.borrow_mut() += 1); //~ ERROR E0277
        *hits.borrow_mut() += 1;
    });
    println!("{} hits", hits.borrow());
}
