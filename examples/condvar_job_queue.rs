//@ run-pass
use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::thread;

static JOBS: Mutex<VecDeque<u32>> = Mutex::new(VecDeque::new());
static ARRIVED: Condvar = Condvar::new();

fn next_job() -> u32 {
    let mut jobs = JOBS.lock().unwrap();
    loop {
        if let Some(job) = jobs.pop_front() {
            return job;
        }
        jobs = ARRIVED.wait(jobs).unwrap();
    }
}

fn main() {
    let worker = thread::spawn(|| [next_job(), next_job()]);
    for job in [80, 443] {
        JOBS.lock().unwrap().push_back(job);
        ARRIVED.notify_one();
    }
    println!("{:?}", worker.join().unwrap());
}
