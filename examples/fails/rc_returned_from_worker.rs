//@ check-fail
use std::rc::Rc;
use std::thread;

fn main() {
    let worker = thread::spawn(|| Rc::new(String::from("done"))); //~ ERROR E0277
    println!("{}", worker.join().unwrap());
}
