//@ check-fail
use std::thread;

fn run<F: FnOnce() + Send>(job: F) {
    thread::spawn(job); //~ ERROR E0310
}

fn main() {
    run(|| println!("done"));
}
