//@ run-pass
use std::thread::{self, Scope, ScopedJoinHandle};

fn start<'scope, 'env, F, T>(
    scope: &'scope Scope<'scope, 'env>,
    job: F,
) -> ScopedJoinHandle<'scope, T>
where
    F: FnOnce() -> T + Send + 'scope,
    T: Send + 'scope,
{
    scope.spawn(job)
}

fn main() {
    let hosts = ["10.0.0.7", "10.0.0.9"];
    let first = thread::scope(|s| start(s, || hosts.first()).join().unwrap());
    println!("{first:?}");
}
