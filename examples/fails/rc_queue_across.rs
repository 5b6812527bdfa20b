//@ check-fail
use std::rc::Rc;
use std::sync::mpsc;
use std::thread;

fn main() {
    let (events, inbox) = mpsc::channel::<Rc<str>>();
    let worker = thread::spawn(move || {
        events.send("saved".into()).unwrap(); //~^ ERROR E0277
    });
    worker.join().unwrap();
    println!("{}", inbox.recv().unwrap());
}
