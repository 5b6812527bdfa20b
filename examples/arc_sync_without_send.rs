use std::cell::RefCell;
use std::marker::PhantomData;
use std::sync::{Arc, Barrier, MutexGuard};
use std::thread::{self, ThreadId};

// ANCHOR: shown
struct Shared<T>(Arc<T>); // no `unsafe impl Send` at all
// WRONG: `T: Send` is missing.
unsafe impl<T: Sync> Sync for Shared<T> {}

thread_local! {
    static KEPT: RefCell<Kept> = const { RefCell::new(Kept(None)) };
}

fn main() {
    let window = Shared::new(Window::open());
    thread::scope(|s| {
        let lent = &window; // all that crosses: a reference
        s.spawn(move || KEPT.set(Kept(Some(lent.clone()))));
    });
    drop(window);
    MAIN_IS_DONE.wait();
    WORKER_IS_DONE.wait();
}

/// The worker's handle. Dropped when its thread-locals are.
struct Kept(Option<Shared<Window>>);

impl Drop for Kept {
    fn drop(&mut self) {
        if let Some(window) = self.0.take() {
            MAIN_IS_DONE.wait();
            drop(window);
            WORKER_IS_DONE.wait();
        }
    }
}
// ANCHOR_END: shown

static MAIN_IS_DONE: Barrier = Barrier::new(2);
static WORKER_IS_DONE: Barrier = Barrier::new(2);

struct Window {
    home: ThreadId,
    _stay: PhantomData<MutexGuard<'static, ()>>,
}

impl Window {
    fn open() -> Self {
        let home = thread::current().id();
        let _stay = PhantomData;
        Self { home, _stay }
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        let at_home = thread::current().id() == self.home;
        println!("closed at home: {at_home}");
    }
}

impl<T> Shared<T> {
    fn new(value: T) -> Self {
        Shared(Arc::new(value))
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Shared(Arc::clone(&self.0))
    }
}
