//@ run-pass
use std::sync::{Mutex, mpsc};
use std::thread;

fn main() {
    let (jobs, inbox) = mpsc::channel::<u32>();
    let inbox = Mutex::new(inbox);
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| inbox.lock().unwrap().recv());
        }
        jobs.send(1).unwrap();
        jobs.send(2).unwrap();
    });
}
