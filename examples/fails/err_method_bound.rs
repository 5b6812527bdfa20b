//@ check-fail
use std::rc::Rc;

struct Queue<T>(T);

impl<T: Send> Queue<T> {
    fn send(self) {}
}

fn main() {
    Queue(Rc::new(80)).send(); //~ ERROR E0599
}
