//@ run-pass
use std::thread::{self, Scope};

fn run<'s, F: FnOnce() + Send + 's>(s: &'s Scope<'s, '_>, job: F) {
    s.spawn(job);
}

fn main() {
    thread::scope(|s| run(s, || println!("done")));
}
