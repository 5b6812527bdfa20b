//@ check-pass
use std::rc::Rc;

fn send<T: Send>(_: T) {}

fn main() {
    let title = String::from("visits");
    send(move || title.len()); // captures a String
    send(|title: Rc<str>| title.len()); // takes an Rc
    send(|| Rc::new(1)); // returns an Rc
    send(|| {
        let local = Rc::new(1);
        println!("{local}");
    });
}
