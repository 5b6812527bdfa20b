//@ check-fail
use std::thread;

struct Cache<T> {
    entries: Vec<T>,
}

fn clear_elsewhere<T: 'static>(cache: Cache<T>) {
    thread::spawn(move || drop(cache.entries)); //~ ERROR E0277
}

fn main() {
    let entries = vec!["home", "about"];
    clear_elsewhere(Cache { entries });
}
