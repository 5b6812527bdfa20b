//@ rejected: jobs were left when the queue was closed
use std::sync::{Condvar, Mutex};
use std::thread;

struct State {
    jobs: Vec<u32>,
    closed: bool,
}

struct Queue {
    state: Mutex<State>,
    changed: Condvar,
}

impl Queue {
    fn new(jobs: Vec<u32>) -> Self {
        Queue {
            state: Mutex::new(State {
                jobs,
                closed: false,
            }),
            changed: Condvar::new(),
        }
    }

    /// The next job, or `None` if the queue is closed and empty.
    fn next(&self) -> Option<u32> {
        let mut state = self.state.lock().unwrap();
        loop {
            if state.closed {
                return None;
            }
            match state.jobs.pop() {
                Some(job) => return Some(job),
                None => state = self.changed.wait(state).unwrap(),
            }
        }
    }

    fn close(&self) {
        self.state.lock().unwrap().closed = true;
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
