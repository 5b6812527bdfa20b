//@ run-pass
use std::sync::Arc;
use std::thread;

fn main() {
    let names = Arc::new(vec![String::from("ada")]);
    let theirs = Arc::clone(&names);
    let worker = thread::spawn(move || println!("{}", theirs[0]));
    worker.join().unwrap();
    println!("{}", names.len());
}
