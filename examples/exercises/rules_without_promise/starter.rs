//@ check-fail
use std::thread;

/// Shared by all workers.
struct Rules(*const Vec<u32>);

impl Rules {
    fn longest(&self) -> Option<u32> {
        // SAFETY: leaked in `ask_two`, so it is never freed.
        unsafe { &*self.0 }.iter().copied().max()
    }
}

fn ask_two(limits: &[u32]) -> [Option<u32>; 2] {
    let list = Box::leak(Box::new(limits.to_vec()));
    let workers = [0, 1].map(|_| {
        let rules = Rules(list);
        thread::spawn(move || rules.longest()) //~ ERROR E0277
    });
    workers.map(|worker| worker.join().unwrap())
}

fn main() {
    println!("{:?}", ask_two(&[80, 90]));
}
