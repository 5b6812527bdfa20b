//@ run-pass
use std::sync::{Condvar, Mutex};
use std::thread;

// ANCHOR: shown
struct State {
    jobs: Vec<u32>,
    closed: bool,
}

struct Queue {
    state: Mutex<State>,
    changed: Condvar,
}

impl Queue {
    /// The next job, or `None` if the queue is closed.
    fn next(&self) -> Option<u32> {
        let mut state = self.state.lock().unwrap();
        while state.jobs.is_empty() && !state.closed {
            state = self.changed.wait(state).unwrap();
        }
        state.jobs.pop()
    }

    fn close(&self) {
        self.state.lock().unwrap().closed = true;
        self.changed.notify_all();
    }
}
// ANCHOR_END: shown

fn main() {
    let state = State {
        jobs: vec![1, 2, 3],
        closed: false,
    };
    let queue = Queue {
        state: Mutex::new(state),
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
