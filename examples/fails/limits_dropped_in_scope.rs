//@ check-fail
use std::thread;

fn main() {
    let limits = vec![80, 90];
    thread::scope(|s| {
        s.spawn(|| println!("{limits:?}")); //~ ERROR E0373
        drop(limits); //~ ERROR E0505
    });
}
