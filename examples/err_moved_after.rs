//@ run-pass
use std::thread;

fn main() {
    let name = String::from("ada");
    let lent = &name;
    thread::scope(|s| {
        s.spawn(move || println!("{lent}"));
    });
    drop(name);
}
