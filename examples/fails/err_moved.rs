//@ check-fail
use std::thread;

fn main() {
    let name = String::from("ada");
    let worker = thread::spawn(move || name.len());
    println!("{name}"); //~ ERROR E0382
    worker.join().unwrap();
}
