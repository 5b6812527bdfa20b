//@ check-fail
use std::thread;

fn main() {
    let name = String::from("ada");
    let worker = thread::spawn(|| println!("{name}")); //~ ERROR E0373
    worker.join().unwrap();
}
