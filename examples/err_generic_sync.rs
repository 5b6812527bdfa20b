//@ run-pass
use std::thread;

fn name_all<T: AsRef<str> + Sync>(name: &T) {
    thread::scope(|s| {
        s.spawn(|| println!("{}", name.as_ref()));
    });
}

fn main() {
    name_all(&"ada");
}
