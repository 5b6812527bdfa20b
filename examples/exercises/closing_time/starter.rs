//@ hangs
use std::sync::{Condvar, Mutex};
use std::thread;

struct State {
    jobs: Vec<u32>,
}

struct Queue {
    state: Mutex<State>,
    changed: Condvar,
}

impl Queue {
    fn new(jobs: Vec<u32>) -> Self {
        Queue {
            state: Mutex::new(State { jobs }),
            changed: Condvar::new(),
        }
    }

    /// The next job, or `None` if the queue is closed and empty.
    fn next(&self) -> Option<u32> {
        let mut state = self.state.lock().unwrap();
        while state.jobs.is_empty() {
            state = self.changed.wait(state).unwrap();
        }
        state.jobs.pop()
    }

    fn close(&self) {
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
