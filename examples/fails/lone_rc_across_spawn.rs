//@ check-fail
use std::rc::Rc;
use std::thread;

fn main() {
    let motd = Rc::new(String::from("welcome"));
    let worker = thread::spawn(move || println!("{motd}")); //~ ERROR E0277
    worker.join().unwrap();
}
