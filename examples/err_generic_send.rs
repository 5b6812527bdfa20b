//@ run-pass
use std::thread;

fn drop_elsewhere<T: Send + 'static>(value: T) {
    thread::spawn(move || drop(value));
}

fn main() {
    drop_elsewhere("log");
}
