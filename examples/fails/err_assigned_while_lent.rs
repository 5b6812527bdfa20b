//@ check-fail
use std::thread;

fn main() {
    let mut limit = 80;
    thread::scope(|s| {
        let lent = &limit;
        s.spawn(move || println!("{lent}"));
        limit = 90; //~ ERROR E0506
    });
}
