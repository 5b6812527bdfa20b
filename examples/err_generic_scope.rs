//@ run-pass
use std::thread;

fn run<F: FnOnce() + Send>(job: F) {
    thread::scope(|s| {
        s.spawn(job);
    });
}

fn main() {
    run(|| println!("done"));
}
