//@ data-race
use std::mem::forget;
use std::rc::Rc;
use std::sync::mpsc::{self, Receiver};
use std::thread;

struct Courier<T>(Receiver<T>);

// What is wrong here: no `T: Send`.
unsafe impl<T> Send for Courier<T> {}

impl<T> Courier<T> {
    fn next(&self) -> T {
        self.0.recv().unwrap()
    }
}

fn main() {
    let (parcels, inbox) = mpsc::channel();
    let courier = Courier(inbox);
    let title = Rc::new(String::from("saved"));
    parcels.send(Rc::clone(&title)).unwrap();

    let worker = thread::spawn(move || {
        let title = courier.next();
        for _ in 0..1000 {
            forget(Rc::clone(&title));
        }
        forget(title);
    });
    for _ in 0..1000 {
        forget(Rc::clone(&title));
    }
    forget(title);
    worker.join().unwrap();
}
