//@ run-pass
use std::sync::Mutex;
use std::thread;

fn main() {
    let stock = Mutex::new(5);
    thread::scope(|s| {
        s.spawn(|| println!("{}", stock.lock().unwrap()));
    });
}
