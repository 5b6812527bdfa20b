//@ run-pass
use std::thread;

fn main() {
    let limits: [u32; 0] = [];

    let first = thread::scope(|s| {
        let worker = s.spawn(|| limits.first().expect("a limit"));
        worker.join().map_or(60, |&limit| limit)
    });
    println!("limit {first}");
}
