//@ rejected: after a worker has looked and before it sleeps
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};
use std::thread;

struct State {
    jobs: Vec<u32>,
}

struct Queue {
    state: Mutex<State>,
    changed: Condvar,
    closed: AtomicBool,
}

impl Queue {
    fn new(jobs: Vec<u32>) -> Self {
        Queue {
            state: Mutex::new(State { jobs }),
            changed: Condvar::new(),
            closed: AtomicBool::new(false),
        }
    }

    /// The next job, or `None` if the queue is closed and empty.
    fn next(&self) -> Option<u32> {
        let mut state = self.state.lock().unwrap();
        while state.jobs.is_empty() && !self.closed.load(SeqCst) {
            state = self.changed.wait(state).unwrap();
        }
        state.jobs.pop()
    }

    fn close(&self) {
        self.closed.store(true, SeqCst);
        self.changed.notify_all();
    }
}

fn main() {
    let queue = Queue::new(vec![1, 2, 3]);
    thread::scope(|s| {
        let worker = s.spawn(|| {
            let jobs = std::iter::from_fn(|| queue.next());
            jobs.sum::<u32>()
        });
        queue.close();
        println!("{}", worker.join().unwrap());
    });
}
