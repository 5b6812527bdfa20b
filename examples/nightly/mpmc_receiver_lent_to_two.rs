//@ nightly
#![feature(mpmc_channel)]
use std::sync::mpmc;
use std::thread;

fn main() {
    let (jobs, inbox) = mpmc::channel::<u32>();
    jobs.send(20).unwrap();
    jobs.send(22).unwrap();
    drop(jobs);
    thread::scope(|s| {
        let one = s.spawn(|| inbox.iter().sum::<u32>());
        let two = s.spawn(|| inbox.iter().sum::<u32>());
        println!("{}", one.join().unwrap() + two.join().unwrap());
    });
}
