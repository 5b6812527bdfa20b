//@ check-fail
use std::sync::mpsc;
use std::thread;

type Job = Box<dyn FnOnce()>;

fn main() {
    let (jobs, inbox) = mpsc::channel::<Job>();
    let worker = thread::spawn(move || {
        //~^ ERROR E0277
        for job in inbox {
            job();
        }
    });
    jobs.send(Box::new(|| println!("mail sent"))).unwrap();
    drop(jobs);
    worker.join().unwrap();
}
