//@ check-fail
use std::thread;

fn main() {
    let worker = thread::spawn(|| 7);
    worker.join().unwrap();
    println!("{}", worker.join().unwrap()); //~ ERROR E0382
}
