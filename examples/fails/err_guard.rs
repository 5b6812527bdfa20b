//@ check-fail
use std::sync::Mutex;
use std::thread;

fn main() {
    let stock = Mutex::new(5);
    let guard = stock.lock().unwrap();
    thread::scope(|s| {
        s.spawn(move || println!("{guard}")); //~ ERROR E0277
    });
}
