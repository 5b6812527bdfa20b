//@ run-pass
use std::thread;

fn two_workers<F>(job: F)
where
    F: Fn() + Clone + Send + 'static,
{
    let first = thread::spawn(job.clone());
    let second = thread::spawn(job);
    first.join().unwrap();
    second.join().unwrap();
}

fn main() {
    let motd = String::from("welcome");
    two_workers(move || println!("{motd}"));
}
