use std::marker::PhantomData;
use std::sync::{Arc, MutexGuard, mpsc};
use std::thread::{self, ThreadId};

// ANCHOR: shown
struct Window {
    home: ThreadId, // the thread that must close it
    _stay: PhantomData<MutexGuard<'static, ()>>,
}

impl Drop for Window {
    fn drop(&mut self) {
        let at_home = thread::current().id() == self.home;
        println!("closed at home: {at_home}");
    }
}

struct Shared<T>(Arc<T>);
// WRONG: `T: Send` is missing.
unsafe impl<T: Sync> Send for Shared<T> {}

fn main() {
    let window = Shared::new(Window::open());
    let for_worker = window.clone();
    let (main_is_done, wait) = mpsc::channel();

    let worker = thread::spawn(move || {
        wait.recv().unwrap();
        drop(for_worker);
    });

    drop(window);
    main_is_done.send(()).unwrap();
    worker.join().unwrap();
}
// ANCHOR_END: shown

impl Window {
    fn open() -> Self {
        let home = thread::current().id();
        let _stay = PhantomData;
        Self { home, _stay }
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
