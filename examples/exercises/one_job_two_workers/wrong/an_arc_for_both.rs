//@ rejected: LentAndNeverSent
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
    F: Fn() -> usize + Send + Sync + 'static,
{
    let job = std::sync::Arc::new(job);
    let lent = std::sync::Arc::clone(&job);
    let first = thread::spawn(move || lent());
    let second = thread::spawn(move || job());
    [first.join().unwrap(), second.join().unwrap()]
}

fn main() {
    let motd = String::from("welcome");
    let job = move || motd.len();
    println!("{:?}", by_clones(job.clone()));
    println!("{:?}", by_loan(job));
}
