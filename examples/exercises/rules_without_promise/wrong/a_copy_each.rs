//@ rejected: they are to share one list
use std::thread;

/// Shared by all workers.
struct Rules(Vec<u32>);

impl Rules {
    fn longest(&self) -> Option<u32> {
        self.0.iter().copied().max()
    }
}

fn ask_two(limits: &[u32]) -> [Option<u32>; 2] {
    let workers = [0, 1].map(|_| {
        let rules = Rules(limits.to_vec());
        thread::spawn(move || rules.longest())
    });
    workers.map(|worker| worker.join().unwrap())
}

fn main() {
    println!("{:?}", ask_two(&[80, 90]));
}
