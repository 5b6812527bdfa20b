//@ run-pass
use std::rc::Rc;
use std::thread;

fn main() {
    let hosts = ["10.0.0.7", "10.0.0.9"];
    let first: Rc<str> = thread::scope(|s| {
        let worker = s.spawn(|| hosts[0]);
        Rc::from(worker.join().unwrap())
    });
    println!("{first}");
}
