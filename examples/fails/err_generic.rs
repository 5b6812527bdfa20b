//@ check-fail
use std::thread;

fn drop_elsewhere<T: 'static>(value: T) {
    thread::spawn(move || drop(value)); //~ ERROR E0277
}

fn main() {
    drop_elsewhere("log");
}
