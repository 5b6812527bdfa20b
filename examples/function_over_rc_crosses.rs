//@ run-pass
use std::rc::Rc;
use std::thread;

fn measure(route: Rc<str>) -> usize {
    route.len()
}

fn main() {
    let task: fn(Rc<str>) -> usize = measure;
    let worker = thread::spawn(move || task(Rc::from("/login")));
    println!("{} bytes", worker.join().unwrap());
}
