//@ check-fail
use std::rc::Rc;
use std::thread;

fn main() {
    let host: Rc<str> = Rc::from("10.0.0.7");

    thread::scope(|s| {
        s.spawn(|| println!("probing {host}")); //~ ERROR E0277
    });
}
