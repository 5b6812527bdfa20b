//@ run-pass
use std::sync::Mutex;
use std::thread;

fn main() {
    let stock = Mutex::new(5);
    let guard = stock.lock().unwrap();
    thread::scope(|s| {
        let reader = s.spawn(|| *guard);
        println!("main reads {}", *guard);
        println!("reader read {}", reader.join().unwrap());
    });
}
