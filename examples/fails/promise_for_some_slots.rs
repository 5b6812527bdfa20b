//@ check-fail
use std::fmt::Display;
use std::thread;

struct Slot<T>(T);

// SAFETY: a slot is its value, and `T: Send` is asked of that.
unsafe impl<T: Send + Copy> Send for Slot<T> {}

fn show<T: Display>(slot: Slot<T>) {
    println!("{}", slot.0);
}

fn main() {
    let number = Slot(7);
    thread::spawn(|| show(number)).join().unwrap();

    let name = Slot(String::from("ada"));
    thread::spawn(|| show(name)).join().unwrap(); //~ ERROR E0277
}
