//@ check-fail
use std::thread;

fn main() {
    let names = vec![String::from("ada")];
    let first = &names[0]; //~ ERROR E0597
    let worker = thread::spawn(move || println!("{first}"));
    worker.join().unwrap();
}
