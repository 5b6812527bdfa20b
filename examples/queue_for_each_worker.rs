//@ run-pass
use std::sync::mpsc;
use std::thread;

fn main() {
    thread::scope(|s| {
        for job in 1..=2 {
            let (jobs, inbox) = mpsc::channel::<u32>();
            s.spawn(move || inbox.recv());
            jobs.send(job).unwrap();
        }
    });
}
