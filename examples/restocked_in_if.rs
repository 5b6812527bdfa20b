//@ run-pass
use std::sync::Mutex;

fn main() {
    let stock = Mutex::new(0);
    if *stock.lock().unwrap() == 0 {
        *stock.lock().unwrap() = 10;
    }
    println!("{} left", stock.lock().unwrap());
}
