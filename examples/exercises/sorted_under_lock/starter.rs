//@ check-fail
use std::sync::Mutex;
use std::thread;

fn sorted(prices: Vec<i32>) -> Vec<i32> {
    let prices = Mutex::new(prices);
    let mut guard = prices.lock().unwrap();
    thread::scope(|s| {
        s.spawn(move || guard.sort()); //~ ERROR E0277
    });
    guard.clone()
}

fn main() {
    println!("{:?}", sorted(vec![30, 10, 20]));
}
