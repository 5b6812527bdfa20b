//@ check-fail
use std::sync::Mutex;
use std::thread;

fn main() {
    let prices = Mutex::new(vec![30, 10, 20]);
    let mut guard = prices.lock().unwrap();
    thread::scope(|s| {
        s.spawn(move || guard.sort()); //~ ERROR E0277
    });
    println!("{guard:?}");
}
