//@ hangs
use std::sync::Mutex;

fn main() {
    let stock = Mutex::new(0);
    if let 0 = *stock.lock().unwrap() {
        *stock.lock().unwrap() = 10;
    }
    println!("{} left", stock.lock().unwrap());
}
