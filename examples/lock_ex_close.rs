//@ hangs
use std::sync::{Condvar, Mutex};
use std::thread;

struct Queue {
    jobs: Mutex<Vec<u32>>,
    changed: Condvar,
}

impl Queue {
    /// The next job, or `None` if the queue is closed.
    fn next(&self) -> Option<u32> {
        let mut jobs = self.jobs.lock().unwrap();
        while jobs.is_empty() {
            jobs = self.changed.wait(jobs).unwrap();
        }
        jobs.pop()
    }

    fn close(&self) {
        self.changed.notify_all();
    }
}

fn main() {
    let jobs = Mutex::new(vec![1, 2, 3]);
    let queue = Queue {
        jobs,
        changed: Condvar::new(),
    };
    thread::scope(|s| {
        let worker = s.spawn(|| {
            let jobs = std::iter::from_fn(|| queue.next());
            jobs.sum::<u32>()
        });
        queue.close();
        println!("{}", worker.join().unwrap());
    });
}
