//@ check-fail
use std::thread;

fn main() {
    let mut workers = Vec::new();
    for id in 1..=3 {
        let job = || println!("worker {id}"); //~ ERROR E0373
        workers.push(thread::spawn(job));
    }
    for worker in workers {
        worker.join().unwrap();
    }
}
