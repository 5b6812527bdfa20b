//@ run-pass
use std::thread;

fn main() {
    let mut port = 8080;
    thread::scope(|s| {
        s.spawn(|| port += 1);
    });
    println!("main: {port}");
}
