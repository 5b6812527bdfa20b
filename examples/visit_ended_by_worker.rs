use std::sync::{Arc, mpsc};
use std::thread;

struct Visit;

impl Drop for Visit {
    fn drop(&mut self) {
        println!("visit ended");
    }
}

fn main() {
    let visit = Arc::new(Visit);
    let theirs = Arc::clone(&visit);
    let (go, wait) = mpsc::channel::<()>();

    let worker = thread::spawn(move || {
        wait.recv().unwrap();
        println!("worker lets go");
        drop(theirs);
    });

    println!("main lets go");
    drop(visit);
    go.send(()).unwrap();
    worker.join().unwrap();
    println!("worker joined");
}
