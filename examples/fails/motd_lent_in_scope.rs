//@ check-fail
use std::rc::Rc;
use std::thread;

fn main() {
    let motd = Rc::new(String::from("welcome"));
    thread::scope(|s| {
        s.spawn(|| println!("{motd}")); //~ ERROR E0277
    });
}
