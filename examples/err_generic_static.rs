//@ run-pass
use std::thread;

fn run<F: FnOnce() + Send + 'static>(job: F) {
    thread::spawn(job).join().unwrap();
}

fn main() {
    run(|| println!("done"));
}
