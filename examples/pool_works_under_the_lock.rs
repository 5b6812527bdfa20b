//@ hangs
use std::sync::{Barrier, Mutex, mpsc};
use std::thread;

fn main() {
    let (jobs, inbox) = mpsc::channel();
    for id in 1..=2 {
        jobs.send(id).unwrap();
    }
    drop(jobs);

    let inbox = Mutex::new(inbox);
    let meet = Barrier::new(2);
    let work = || {
        while let Ok(job) = inbox.lock().unwrap().recv() {
            meet.wait();
            println!("job {job} done");
        }
    };
    thread::scope(|s| {
        s.spawn(work);
        s.spawn(work);
    });
}
