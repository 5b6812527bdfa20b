//@ check-fail
use std::thread;

fn main() {
    let mut open = 0;
    thread::scope(|s| {
        s.spawn(|| open += 1);
        s.spawn(|| open += 1); //~ ERROR E0499
    });
    println!("{open}");
}
