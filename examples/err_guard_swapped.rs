//@ run-pass
use std::mem;
use std::sync::Mutex;

fn main() {
    let name = Mutex::new(String::from("ada"));
    let taken = mem::take(&mut *name.lock().unwrap());
    println!("{taken}"); // an empty text is left behind
}
