//@ check-fail
use std::sync::RwLock;
use std::thread;

fn main() {
    let theme = RwLock::new(String::from("dark"));
    let guard = theme.read().unwrap();
    thread::scope(|s| {
        s.spawn(move || println!("{guard}")); //~ ERROR E0277
    });
}
