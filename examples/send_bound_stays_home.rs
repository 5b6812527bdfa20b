//@ run-pass
use std::thread;

fn run(job: impl FnOnce() + Send) {
    job();
}

fn main() {
    let home = thread::current().id();
    run(move || {
        let here = thread::current().id();
        println!("at home: {}", here == home);
    });
}
