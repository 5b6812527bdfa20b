//@ check-fail
use std::thread;

fn name_all<T: AsRef<str> + Send>(name: &T) {
    thread::scope(|s| {
        s.spawn(|| println!("{}", name.as_ref())); //~ ERROR E0277
    });
}

fn main() {
    name_all(&"ada");
}
