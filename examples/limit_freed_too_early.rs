//@ memory-error
use std::sync::mpsc;
use std::thread::{Builder, JoinHandle};

/// `thread::spawn` without `'static`.
fn spawn<F>(job: F) -> JoinHandle<()>
where
    F: FnOnce() + Send,
{
    // SAFETY: wrong. Nobody sees to it that `job` ends in time.
    unsafe { Builder::new().spawn_unchecked(job) }.unwrap()
}

fn main() {
    let (start, go) = mpsc::channel();
    let limits = vec![80_u32, 90];
    let first = &limits[0];

    let worker = spawn(move || {
        go.recv().unwrap();
        let limit = *first;
        println!("limit {limit}");
    });
    drop(limits);
    start.send(()).unwrap();
    worker.join().unwrap();
}
