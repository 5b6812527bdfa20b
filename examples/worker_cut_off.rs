//@ run-pass
use std::thread;
use std::time::Duration;

fn main() {
    thread::spawn(|| {
        thread::sleep(Duration::from_secs(3600));
        println!("backup written");
    });
    println!("main ends");
}
