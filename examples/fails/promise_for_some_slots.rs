//@ check-fail
use std::fmt::Display;
use std::thread;

struct Slot<T>(T);

// SAFETY: whoever has the slot has the only way to its value.
unsafe impl<T: Copy> Send for Slot<T> {}

fn show<T: Display>(slot: Slot<T>) {
    println!("{}", slot.0);
}

fn main() {
    let number = Slot(7);
    thread::spawn(|| show(number)).join().unwrap();

    let name = Slot(String::from("ada"));
    thread::spawn(|| show(name)).join().unwrap(); //~ ERROR E0277
}
