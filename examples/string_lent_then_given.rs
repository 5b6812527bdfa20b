//@ run-pass
use std::thread;

fn main() {
    let title = String::from("Crossing Threads");

    let words = thread::scope(|s| {
        let worker = s.spawn(|| title.split(' ').count());
        println!("main reads {title}");
        worker.join().unwrap()
    });

    let worker = thread::spawn(move || {
        println!("worker owns {title}, {words} words");
    });
    worker.join().unwrap();
}
