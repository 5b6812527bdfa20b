//@ rejected: nobody writes, so that nobody has to wait
use std::sync::{Arc, Mutex};
use std::thread;

/// Shared by all workers.
struct Rules(Arc<Mutex<Vec<u32>>>);

impl Rules {
    fn longest(&self) -> Option<u32> {
        self.0.lock().unwrap().iter().copied().max()
    }
}

fn ask_two(limits: &[u32]) -> [Option<u32>; 2] {
    let list = Arc::new(Mutex::new(Vec::from(limits)));
    let workers = [0, 1].map(|_| {
        let rules = Rules(Arc::clone(&list));
        thread::spawn(move || rules.longest())
    });
    workers.map(|worker| worker.join().unwrap())
}

fn main() {
    println!("{:?}", ask_two(&[80, 90]));
}
