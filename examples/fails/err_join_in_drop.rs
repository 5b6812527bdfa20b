//@ check-fail
use std::thread::JoinHandle;

struct Worker {
    handle: JoinHandle<()>,
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.handle.join().unwrap(); //~ ERROR E0507
    }
}

fn main() {}
