use std::sync::Mutex;
use std::thread;

fn sorted(prices: Vec<i32>) -> Vec<i32> {
    let prices = Mutex::new(prices);
    let mut guard = prices.lock().unwrap();
    let inside: &mut Vec<i32> = &mut guard;
    thread::scope(|s| {
        s.spawn(move || inside.sort());
    });
    guard.clone()
}

fn main() {
    println!("{:?}", sorted(vec![30, 10, 20]));
}
