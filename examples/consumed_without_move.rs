//@ run-pass
use std::thread;

fn main() {
    let jobs = vec!["resize", "upload"];
    let worker = thread::spawn(|| {
        for job in jobs {
            println!("{job}");
        }
    });
    worker.join().unwrap();
}
