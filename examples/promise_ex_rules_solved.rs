//@ run-pass
use std::sync::Arc;
use std::thread;

struct Rules(Arc<[u32]>); // shared by all workers

impl Rules {
    fn longest(&self) -> Option<u32> {
        self.0.iter().copied().max()
    }
}

fn main() {
    let list: Arc<[u32]> = [80, 90].into();
    let workers = [0, 1].map(|_| {
        let rules = Rules(Arc::clone(&list));
        thread::spawn(move || rules.longest())
    });
    for worker in workers {
        println!("{:?}", worker.join().unwrap());
    }
}
