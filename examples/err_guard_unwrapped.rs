//@ run-pass
use std::sync::Mutex;

fn main() {
    let name = Mutex::new(String::from("ada"));
    let taken = name.into_inner().unwrap(); // nobody needs the lock
    println!("{taken}");
}
