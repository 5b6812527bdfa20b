//@ data-race
use reentrant::{Guard, Lock};
use std::cell::Cell;
use std::thread;

// ANCHOR: shown
// Right, for the lock.
unsafe impl<T: Send> Sync for Lock<T> {}
// WRONG, for its guard: it must stay, whatever `T` is.
unsafe impl<T: Send> Send for Guard<'_, T> {}

fn main() {
    let lines = Lock::new(Cell::new(0));
    let report = lines.lock();
    let line = lines.lock(); // the same thread may
    thread::scope(|s| {
        let worker = s.spawn(move || line.set(line.get() + 1));
        report.set(report.get() + 1);
        worker.join().unwrap();
    });
}
// ANCHOR_END: shown

mod reentrant {
    use std::cell::Cell;
    use std::ops::Deref;
    use std::sync::{Condvar, Mutex};
    use std::thread::{self, ThreadId};

    pub struct Lock<T> {
        holder: Mutex<Option<(ThreadId, usize)>>,
        freed: Condvar,
        value: T,
    }

    pub struct Guard<'a, T> {
        lock: &'a Lock<T>,
        _stay: std::marker::PhantomData<*const Cell<T>>,
    }

    impl<T> Lock<T> {
        pub fn new(value: T) -> Lock<T> {
            Lock {
                holder: Mutex::new(None),
                freed: Condvar::new(),
                value,
            }
        }

        pub fn lock(&self) -> Guard<'_, T> {
            let me = thread::current().id();
            let mut holder = self.holder.lock().unwrap();
            loop {
                match &mut *holder {
                    Some((id, times)) if *id == me => {
                        *times += 1;
                        break;
                    }
                    Some(_) => holder = self.freed.wait(holder).unwrap(),
                    None => {
                        *holder = Some((me, 1));
                        break;
                    }
                }
            }
            Guard {
                lock: self,
                _stay: std::marker::PhantomData,
            }
        }
    }

    impl<T> Deref for Guard<'_, T> {
        type Target = T;
        fn deref(&self) -> &T {
            &self.lock.value
        }
    }

    impl<T> Drop for Guard<'_, T> {
        fn drop(&mut self) {
            let mut holder = self.lock.holder.lock().unwrap();
            match &mut *holder {
                Some((_, times)) if *times > 1 => *times -= 1,
                _ => {
                    *holder = None;
                    self.lock.freed.notify_one();
                }
            }
        }
    }
}
