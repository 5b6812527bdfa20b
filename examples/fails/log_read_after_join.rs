//@ check-fail
use std::thread;

fn main() {
    let mut log = vec!["start"];

    thread::scope(|s| {
        let worker = s.spawn(|| log.push("job done"));
        worker.join().unwrap();
        println!("{} lines", log.len()); //~ ERROR E0502
    });
}
