//@ memory-error
use std::marker::PhantomData;
use std::mem;
use std::sync::mpsc::channel;
use std::thread::{Builder, JoinHandle};

/// Joins when it is dropped.
struct JoinGuard<'a>(Option<JoinHandle<()>>, PhantomData<&'a ()>);

impl Drop for JoinGuard<'_> {
    fn drop(&mut self) {
        self.0.take().unwrap().join().unwrap();
    }
}

fn scoped<'a>(job: impl FnOnce() + Send + 'a) -> JoinGuard<'a> {
    // SAFETY: wrong. It relies on the guard being dropped.
    let worker = unsafe { Builder::new().spawn_unchecked(job) };
    JoinGuard(Some(worker.unwrap()), PhantomData)
}

// ANCHOR: main
fn main() {
    let (start, go) = channel();
    let (send, result) = channel();
    let limits = vec![80_u32, 90];
    let first = &limits[0];

    let guard = scoped(move || {
        go.recv().unwrap();
        send.send(*first).unwrap();
    });
    mem::forget(guard);
    drop(limits);
    start.send(()).unwrap();
    println!("limit {}", result.recv().unwrap());
}
// ANCHOR_END: main
