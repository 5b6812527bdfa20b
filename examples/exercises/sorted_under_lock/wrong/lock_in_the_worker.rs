//@ rejected: between two locks somebody else can come in
use std::sync::Mutex;
use std::thread;

fn sorted(prices: Vec<i32>) -> Vec<i32> {
    let prices = Mutex::new(prices);
    thread::scope(|s| {
        s.spawn(|| prices.lock().unwrap().sort());
    });
    prices.lock().unwrap().clone()
}

fn main() {
    println!("{:?}", sorted(vec![30, 10, 20]));
}
