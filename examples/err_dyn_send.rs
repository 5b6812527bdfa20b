//@ run-pass
use std::thread;

fn run(job: Box<dyn FnOnce() + Send>) {
    thread::spawn(job).join().unwrap();
}

fn main() {
    run(Box::new(|| println!("done")));
}
