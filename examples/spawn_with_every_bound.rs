//@ run-pass
use std::thread::{self, JoinHandle};

fn start<F, T>(job: F) -> JoinHandle<T>
where
    F: FnOnce() -> T,
    F: Send + 'static,
    T: Send + 'static,
{
    thread::spawn(job)
}

fn main() {
    let name = String::from("api");
    let worker = start(move || name.len());
    println!("{} letters", worker.join().unwrap());
}
