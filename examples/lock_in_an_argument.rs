//@ run-pass
use std::sync::Mutex;

fn report(count: u32, free: bool) {
    println!("{count} left, lock free: {free}");
}

fn main() {
    let stock = Mutex::new(5);
    report(*stock.lock().unwrap(), stock.try_lock().is_ok());

    let count = *stock.lock().unwrap();
    report(count, stock.try_lock().is_ok());
}
