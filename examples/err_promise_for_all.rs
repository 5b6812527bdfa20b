//@ run-pass
use std::fmt::Display;
use std::thread;

struct Slot<T>(T); // no promise: its field says it all

fn show<T: Display>(slot: Slot<T>) {
    println!("{}", slot.0);
}

fn main() {
    let name = Slot(String::from("ada"));
    thread::spawn(|| show(name)).join().unwrap();
}
