//@ check-fail
use std::thread;

fn main() {
    let order = String::from("shut down");
    let worker = thread::spawn(move || println!("{order}"));
    worker.join().unwrap();
    println!("the order was {order}"); //~ ERROR E0382
}
