//@ run-pass
use std::sync::Mutex;
use std::thread;

fn main() {
    let stock = Mutex::new(5);
    let now = *stock.lock().unwrap();
    let worker = thread::spawn(move || println!("{now}"));
    worker.join().unwrap();
}
