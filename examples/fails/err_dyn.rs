//@ check-fail
use std::thread;

fn run(job: Box<dyn FnOnce()>) {
    thread::spawn(job); //~ ERROR E0277
}

fn main() {
    run(Box::new(|| println!("done")));
}
