//@ check-fail
use std::sync::{Arc, mpsc};
use std::thread;

fn main() {
    let (jobs, inbox) = mpsc::channel::<u32>();
    let inbox = Arc::new(inbox);
    thread::scope(|s| {
        for _ in 0..2 {
            let inbox = Arc::clone(&inbox);
            s.spawn(move || inbox.recv()); //~ ERROR E0277
        }
        jobs.send(1).unwrap();
        jobs.send(2).unwrap();
    });
}
