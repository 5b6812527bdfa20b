//@ no-data-race
use std::thread;

/// Each worker gets a job of its own.
fn by_clones<F>(job: F) -> [usize; 2]
where
    F: FnOnce() -> usize + Clone + Send + 'static,
{
    let first = thread::spawn(job.clone());
    let second = thread::spawn(job);
    [first.join().unwrap(), second.join().unwrap()]
}

/// Both workers are lent the one job.
fn by_loan<F>(job: F) -> [usize; 2]
where
    F: Fn() -> usize + Sync,
{
    thread::scope(|s| {
        let first = s.spawn(&job);
        let second = s.spawn(&job);
        [first.join().unwrap(), second.join().unwrap()]
    })
}

fn main() {
    let motd = String::from("welcome");
    let job = move || motd.len();
    println!("{:?}", by_clones(job.clone()));
    println!("{:?}", by_loan(job));
}
