use std::cell::Cell;
use std::marker::PhantomData;
use std::sync::MutexGuard;
use std::thread;

// ANCHOR: shown
struct Loan<'a, T>(&'a mut T);

// WRONG: `T: Send` is missing. `T: Sync` does not replace it.
unsafe impl<T: Sync> Send for Loan<'_, T> {}

fn main() {
    let mut latest = Some(Visit::begin());
    let loan = Loan(&mut latest);
    thread::scope(|s| {
        s.spawn(move || {
            loan.into_inner().take();
            println!("open on the worker: {}", OPEN.get());
        });
    });
}
// ANCHOR_END: shown

impl<'a, T> Loan<'a, T> {
    fn into_inner(self) -> &'a mut T {
        self.0
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
