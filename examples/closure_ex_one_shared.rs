//@ run-pass
use std::thread;

fn two_workers<F>(job: F)
where
    F: Fn() + Sync,
{
    thread::scope(|s| {
        let first = s.spawn(&job);
        let second = s.spawn(&job);
        first.join().unwrap();
        second.join().unwrap();
    });
}

fn main() {
    let motd = String::from("welcome");
    two_workers(move || println!("{motd}"));
}
