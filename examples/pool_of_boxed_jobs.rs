//@ run-pass
use std::sync::{Arc, Barrier, Mutex, mpsc};
use std::thread;

type Job = Box<dyn FnOnce() + Send>;

fn main() {
    let (jobs, inbox) = mpsc::channel::<Job>();
    let inbox = Arc::new(Mutex::new(inbox));
    let workers = [1, 2].map(|_| {
        let inbox = Arc::clone(&inbox);
        thread::spawn(move || {
            loop {
                let next = inbox.lock().unwrap().recv();
                let Ok(job) = next else { break };
                job();
            }
        })
    });

    let meet = Arc::new(Barrier::new(2));
    for _ in 0..2 {
        let meet = Arc::clone(&meet);
        jobs.send(Box::new(move || _ = meet.wait())).unwrap();
    }
    drop(jobs);
    for worker in workers {
        worker.join().unwrap();
    }
    println!("both jobs ran at the same time");
}
