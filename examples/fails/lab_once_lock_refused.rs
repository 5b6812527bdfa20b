//@ check-fail
use std::cell::Cell;
use std::marker::PhantomData;
use std::sync::{MutexGuard, OnceLock};
use std::thread;

// ANCHOR: shown
thread_local! {
    static OPEN: Cell<i32> = const { Cell::new(0) };
}

/// Counted by its thread from `begin` until it is dropped.
struct Visit {
    _stay: PhantomData<MutexGuard<'static, ()>>,
}

fn main() {
    let first = OnceLock::new();
    first.set(Visit::begin()).ok();
    thread::scope(|s| {
        s.spawn(|| println!("visited: {}", first.get().is_some())); //~ ERROR E0277
    });
}
// ANCHOR_END: shown

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
