//@ run-pass
use std::thread;

fn main() {
    let names = [String::from("ada")];
    let first = &names[0];
    thread::scope(|s| {
        s.spawn(move || println!("{first}"));
    });
}
