use std::sync::Arc;
use std::thread;

/// Shared by all workers.
struct Rules(Arc<[u32]>);

impl Rules {
    fn longest(&self) -> Option<u32> {
        self.0.iter().copied().max()
    }
}

fn ask_two(limits: &[u32]) -> [Option<u32>; 2] {
    let list: Arc<[u32]> = Arc::from(limits);
    let workers = [0, 1].map(|_| {
        let rules = Rules(Arc::clone(&list));
        thread::spawn(move || rules.longest())
    });
    workers.map(|worker| worker.join().unwrap())
}

fn main() {
    println!("{:?}", ask_two(&[80, 90]));
}
