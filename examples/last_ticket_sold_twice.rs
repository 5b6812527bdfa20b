//@ run-pass
use std::sync::{Arc, Barrier, Mutex};
use std::thread;

fn main() {
    let tickets = Arc::new(Mutex::new(1));
    let both_looked = Arc::new(Barrier::new(2));
    let mut buyers = Vec::new();
    for _ in 0..2 {
        let tickets = Arc::clone(&tickets);
        let both_looked = Arc::clone(&both_looked);
        buyers.push(thread::spawn(move || {
            let available = *tickets.lock().unwrap() > 0;
            both_looked.wait();
            if available {
                *tickets.lock().unwrap() -= 1;
            }
        }));
    }
    for buyer in buyers {
        buyer.join().unwrap();
    }
    println!("{} tickets left", tickets.lock().unwrap());
}
