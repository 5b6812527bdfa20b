//@ check-fail
use std::rc::Rc;
use std::thread;

fn main() {
    let user = Rc::new(String::from("ferris"));
    let alias = Rc::clone(&user);
    thread::scope(|s| {
        s.spawn(move || println!("{alias}")); //~ ERROR E0277
        s.spawn(|| println!("{user}")); //~ ERROR E0277
    });
}
