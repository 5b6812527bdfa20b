//@ hangs
use std::sync::RwLock;

fn main() {
    let stock = RwLock::new(0);
    if let 0 = *stock.read().unwrap() {
        *stock.write().unwrap() = 10;
    }
    println!("{} left", stock.read().unwrap());
}
