//@ run-pass
use std::rc::Rc;
use std::thread;

fn main() {
    let host: Rc<str> = Rc::from("10.0.0.7");

    let text: &str = &host;
    thread::scope(|s| {
        s.spawn(|| println!("probing {text}"));
    });
}
