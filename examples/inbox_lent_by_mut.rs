//@ run-pass
use std::sync::mpsc;
use std::thread;

fn main() {
    let (jobs, mut inbox) = mpsc::channel();
    jobs.send(80).unwrap();
    jobs.send(443).unwrap();

    let lent = &mut inbox;
    thread::scope(|s| {
        s.spawn(move || println!("worker: {}", lent.recv().unwrap()));
    });
    println!("main: {}", inbox.recv().unwrap());
}
