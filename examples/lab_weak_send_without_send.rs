#![expect(
    clippy::arc_with_non_send_sync,
    reason = "`Weak` promises in its place"
)]

use std::cell::Cell;
use std::marker::PhantomData;
use std::sync::{self, Arc, Barrier, MutexGuard};
use std::thread;

// ANCHOR: shown
struct Weak<T>(sync::Weak<T>);

// WRONG: `T: Send` is missing.
unsafe impl<T: Sync> Send for Weak<T> {}

static UPGRADED: Barrier = Barrier::new(2);
static MAIN_IS_DONE: Barrier = Barrier::new(2);

fn main() {
    let visit = Arc::new(Visit::begin());
    let weak = Weak(Arc::downgrade(&visit));
    let worker = thread::spawn(move || {
        let visit = weak.upgrade();
        UPGRADED.wait();
        MAIN_IS_DONE.wait();
        drop(visit);
        println!("open on the worker: {}", OPEN.get());
    });
    UPGRADED.wait();
    drop(visit);
    MAIN_IS_DONE.wait();
    worker.join().unwrap();
}
// ANCHOR_END: shown

impl<T> Weak<T> {
    fn upgrade(&self) -> Option<Arc<T>> {
        self.0.upgrade()
    }
}

thread_local! {
    static OPEN: Cell<i32> = const { Cell::new(0) };
}

struct Visit {
    _stay: PhantomData<MutexGuard<'static, ()>>,
}

impl Visit {
    fn begin() -> Visit {
        OPEN.set(OPEN.get() + 1);
        Visit { _stay: PhantomData }
    }
}

impl Drop for Visit {
    fn drop(&mut self) {
        OPEN.set(OPEN.get() - 1);
    }
}
