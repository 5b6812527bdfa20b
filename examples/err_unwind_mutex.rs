//@ run-pass
use std::panic::catch_unwind;
use std::sync::Mutex;

fn main() {
    let balance = Mutex::new(0);
    let _ = catch_unwind(|| *balance.lock().unwrap() += 1);
}
