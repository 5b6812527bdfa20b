//@ check-fail
use std::marker::PhantomData;
use std::thread::{Builder, JoinHandle};

/// Joins when it is dropped.
struct JoinGuard<'a>(Option<JoinHandle<()>>, PhantomData<&'a ()>);

impl Drop for JoinGuard<'_> {
    fn drop(&mut self) {
        self.0.take().unwrap().join().unwrap();
    }
}

fn scoped<'a>(job: impl FnOnce() + Send + 'a) -> JoinGuard<'a> {
    // SAFETY: wrong, as you will see.
    let worker = unsafe { Builder::new().spawn_unchecked(job) };
    JoinGuard(Some(worker.unwrap()), PhantomData)
}

fn main() {
    let limits = vec![80_u32, 90];
    let first = &limits[0];

    let _guard = scoped(move || println!("limit {first}"));
    drop(limits); //~ ERROR E0505
}
