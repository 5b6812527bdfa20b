//@ run-pass
use std::thread;

fn main() {
    let worker = thread::spawn(|| 7);
    let answer = worker.join().unwrap();
    println!("{answer}, and again {answer}");
}
