//@ run-pass
use std::sync::Mutex;

fn main() {
    let name = Mutex::new(String::from("ada"));
    let copy: String = name.lock().unwrap().clone();
    println!("{copy}");
}
