//@ check-fail
use std::rc::Rc;
use std::thread;

fn main() {
    let name = Rc::new("ada");
    thread::spawn(move || println!("{name}")); //~ ERROR E0277
}
