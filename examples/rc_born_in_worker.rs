//@ run-pass
use std::rc::Rc;
use std::thread;

fn main() {
    let worker = thread::spawn(|| {
        let route = Rc::new(String::from("/login"));
        let alias = Rc::clone(&route);
        format!("{alias} has {} owners", Rc::strong_count(&route))
    });
    println!("{}", worker.join().unwrap());
}
