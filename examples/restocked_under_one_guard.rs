//@ run-pass
use std::sync::Mutex;

fn main() {
    let stock = Mutex::new(0);
    {
        let mut count = stock.lock().unwrap();
        if *count == 0 {
            *count = 10;
        }
    }
    println!("{} left", stock.lock().unwrap());
}
