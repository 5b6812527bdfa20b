//@ run-pass
use std::thread;

fn run(job: impl FnOnce() + Send + 'static) {
    thread::spawn(job).join().unwrap();
}

fn main() {
    run(|| println!("done"));
}
