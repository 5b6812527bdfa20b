//@ check-fail
use std::thread;

fn main() {
    let name = String::from(" ada ").trim(); //~ ERROR E0716
    let worker = thread::spawn(move || println!("{name}"));
    worker.join().unwrap();
}
