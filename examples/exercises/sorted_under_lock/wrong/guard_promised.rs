//@ rejected: whatever is promised for it
use std::sync::{Mutex, MutexGuard};
use std::thread;

struct Carried<'a>(MutexGuard<'a, Vec<i32>>);

// SAFETY: the scope ends before the guard does.
unsafe impl Send for Carried<'_> {}

impl Carried<'_> {
    fn sort(&mut self) {
        self.0.sort();
    }
}

fn sorted(prices: Vec<i32>) -> Vec<i32> {
    let prices = Mutex::new(prices);
    let mut guard = Carried(prices.lock().unwrap());
    thread::scope(|s| {
        s.spawn(|| guard.sort());
    });
    guard.0.clone()
}

fn main() {
    println!("{:?}", sorted(vec![30, 10, 20]));
}
