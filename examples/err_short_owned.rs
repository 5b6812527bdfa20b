//@ run-pass
use std::thread;

fn main() {
    let mut names = vec![String::from("ada")];
    let first = names.swap_remove(0); // or `names[0].clone()`
    let worker = thread::spawn(move || println!("{first}"));
    worker.join().unwrap();
}
