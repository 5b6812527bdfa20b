//@ check-fail
use std::thread;

fn two_workers<F>(job: F)
where
    F: Fn() + Send + 'static,
{
    let first = thread::spawn(job);
    let second = thread::spawn(job); //~ ERROR E0382
    first.join().unwrap();
    second.join().unwrap();
}

fn main() {
    let motd = String::from("welcome");
    two_workers(move || println!("{motd}"));
}
