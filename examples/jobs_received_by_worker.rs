//@ run-pass
use std::sync::mpsc;
use std::thread;

fn main() {
    let (jobs, inbox) = mpsc::channel();
    let worker = thread::spawn(move || inbox.iter().sum::<u32>());
    jobs.send(20).unwrap();
    jobs.send(22).unwrap();
    drop(jobs);
    println!("{}", worker.join().unwrap());
}
