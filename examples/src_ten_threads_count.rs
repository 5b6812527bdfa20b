//@ run-pass
use std::sync::{Arc, Mutex};
use std::thread;

struct Visits {
    count: u32,
}

fn main() {
    let visits = Arc::new(Mutex::new(Visits { count: 0 }));
    let visitors: Vec<_> = (0..10)
        .map(|_| {
            let visits = Arc::clone(&visits);
            thread::spawn(move || visits.lock().unwrap().count += 1)
        })
        .collect();
    for visitor in visitors {
        visitor.join().unwrap();
    }
    println!("{} visits", visits.lock().unwrap().count);
}
