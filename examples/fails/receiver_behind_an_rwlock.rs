//@ check-fail
use std::sync::{RwLock, mpsc};
use std::thread;

fn main() {
    let (jobs, inbox) = mpsc::channel::<u32>();
    let inbox = RwLock::new(inbox);
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| inbox.write().unwrap().recv()); //~ ERROR E0277
        }
        jobs.send(1).unwrap();
        jobs.send(2).unwrap();
    });
}
