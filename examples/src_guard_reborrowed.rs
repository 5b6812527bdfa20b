//@ run-pass
use std::sync::Mutex;
use std::thread;

fn main() {
    let prices = Mutex::new(vec![30, 10, 20]);
    let mut guard = prices.lock().unwrap();
    let inside: &mut Vec<i32> = &mut guard;
    thread::scope(|s| {
        s.spawn(move || inside.sort());
    });
    println!("{guard:?}");
}
