//@ run-pass
use std::rc::Rc;
use std::thread;

fn main() {
    let name = "ada";
    let worker = thread::spawn(move || {
        let name = Rc::new(name);
        println!("{name}");
    });
    worker.join().unwrap();
}
