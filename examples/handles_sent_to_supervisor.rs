//@ run-pass
use std::sync::mpsc;
use std::thread::{self, JoinHandle};

fn main() {
    let (started, handles) = mpsc::channel::<JoinHandle<u32>>();
    let supervisor = thread::spawn(move || {
        let mut saved = 0;
        for worker in handles {
            saved += worker.join().unwrap_or(0);
        }
        saved
    });

    started.send(thread::spawn(|| 40)).unwrap();
    started.send(thread::spawn(|| 2)).unwrap();
    drop(started);
    println!("{} files saved", supervisor.join().unwrap());
}
