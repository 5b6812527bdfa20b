//@ run-pass
use std::sync::Arc;
use std::thread;

fn main() {
    let name = Arc::new(String::from("ada"));
    for _ in 0..2 {
        let name = Arc::clone(&name); // one for each round
        thread::spawn(move || println!("{name}")).join().unwrap();
    }
}
