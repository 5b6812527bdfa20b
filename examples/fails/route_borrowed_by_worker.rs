//@ check-fail
use std::thread;

fn main() {
    let routes = vec![String::from("/"), String::from("/login")];
    let first = &routes[0]; //~ ERROR E0597
    let worker = thread::spawn(move || println!("{first}"));
    worker.join().unwrap();
}
