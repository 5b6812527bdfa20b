//@ run-pass
use std::thread::{self, JoinHandle};

struct Worker {
    handle: Option<JoinHandle<()>>,
}

impl Drop for Worker {
    fn drop(&mut self) {
        if let Some(handle) = self.handle.take() {
            let _ = handle.join(); // its panic has been reported
        }
    }
}

fn main() {
    let job = || println!("done");
    let handle = Some(thread::spawn(job));
    drop(Worker { handle });
}
