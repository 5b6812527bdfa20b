//@ run-pass
use std::sync::Mutex;
use std::thread;

fn main() {
    let hits = Mutex::new(0_u32);
    thread::scope(|s| {
        s.spawn(|| *hits.lock().unwrap() += 1);
        *hits.lock().unwrap() += 1;
    });
    println!("{} hits", hits.lock().unwrap());
}
