//@ check-fail
use std::thread;

fn close<T: Sync + 'static>(session: T) {
    let worker = thread::spawn(move || drop(session)); //~ ERROR E0277
    worker.join().unwrap();
}

fn main() {
    close(String::from("ferris"));
}
