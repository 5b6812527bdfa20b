//@ check-fail
use std::rc::Rc;
use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let name = Rc::new(String::from("ada"));
    let session = Arc::new(Mutex::new(Rc::clone(&name)));

    let worker = thread::spawn(move || {
        //~^ ERROR E0277
        println!("{}", session.lock().unwrap());
    });
    worker.join().unwrap();
    println!("{name}"); // a handle that no lock guards
}
