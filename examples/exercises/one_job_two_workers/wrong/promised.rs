//@ rejected: a job that owns a cell would be called by two threads at once
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

/// A job that may be lent.
struct Lent<F>(F);

// SAFETY: none.
unsafe impl<F> Sync for Lent<F> {}

/// Both workers are lent the one job.
fn by_loan<F>(job: F) -> [usize; 2]
where
    F: Fn() -> usize,
{
    let job = Lent(job);
    let call = |lent: &Lent<F>| (lent.0)();
    thread::scope(|s| {
        let first = s.spawn(|| call(&job));
        let second = s.spawn(|| call(&job));
        [first.join().unwrap(), second.join().unwrap()]
    })
}

fn main() {
    let motd = String::from("welcome");
    let job = move || motd.len();
    println!("{:?}", by_clones(job.clone()));
    println!("{:?}", by_loan(job));
}
