//@ check-fail
use std::thread::{self, Scope};

fn run<'s, F: FnOnce() + Send>(s: &'s Scope<'s, '_>, job: F) {
    s.spawn(job); //~ ERROR E0309
}

fn main() {
    thread::scope(|s| run(s, || println!("done")));
}
