//@ check-fail
use std::thread;

fn main() {
    let mut errors = 0;

    thread::scope(|s| {
        s.spawn(|| errors += 1);
        s.spawn(|| errors += 1); //~ ERROR E0499
    });
    println!("{errors} errors");
}
