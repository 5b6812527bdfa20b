//@ check-fail
use std::rc::Rc;
use std::thread;

struct Queue<T>(Vec<T>);

impl<T> Queue<T> {
    fn len(&self) -> usize {
        self.0.len()
    }
}

impl<T: Send + 'static> Queue<T> {
    fn drop_elsewhere(self) {
        thread::spawn(move || drop(self.0)).join().unwrap();
    }
}

fn main() {
    Queue(vec![80]).drop_elsewhere();
    println!("{}", Queue(vec![Rc::new(80)]).len());
    Queue(vec![Rc::new(80)]).drop_elsewhere(); //~ ERROR E0599
}
