//@ check-fail
use std::thread;

struct Rules(*const Vec<u32>); // shared by all workers

impl Rules {
    fn longest(&self) -> Option<u32> {
        // SAFETY: leaked in `main`, so it is never freed.
        unsafe { &*self.0 }.iter().copied().max()
    }
}

fn main() {
    let list = Box::leak(Box::new(vec![80, 90]));
    let workers = [0, 1].map(|_| {
        let rules = Rules(list);
        thread::spawn(move || rules.longest()) //~ ERROR E0277
    });
    for worker in workers {
        println!("{:?}", worker.join().unwrap());
    }
}
