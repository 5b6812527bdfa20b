//@ run-pass
use std::thread;

fn main() {
    let answer = thread::scope(|s| {
        let worker = s.spawn(|| 7);
        worker.join().unwrap()
    });
    println!("{answer}");
}
