//@ check-fail
use std::sync::Mutex;

fn main() {
    let name = Mutex::new(String::from("ada"));
    let taken: String = *name.lock().unwrap(); //~ ERROR E0507
    println!("{taken}");
}
