use std::thread;

// ANCHOR: shown
use posix::Mutex;

/// Holds the lock, and gives it back when it is dropped.
// WRONG: nothing keeps it on its thread.
struct Guard<'a>(&'a Mutex);

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        println!("unlock: {}", self.0.unlock());
    }
}

fn main() {
    let mutex = Mutex::new();
    println!("lock: {}", mutex.lock());
    let guard = Guard(&mutex);
    thread::scope(|s| {
        s.spawn(move || drop(guard));
    });
    println!("lock again: {}", mutex.lock());
}
// ANCHOR_END: shown

/// The operating system's mutex, of the kind that checks for errors.
#[cfg(unix)]
mod posix {
    use std::cell::UnsafeCell;
    use std::ffi::c_int;

    const ERRORCHECK: c_int = if cfg!(any(target_os = "linux", target_os = "android")) {
        2
    } else {
        1
    };
    type Opaque = UnsafeCell<[u64; 16]>;

    unsafe extern "C" {
        fn pthread_mutexattr_init(attr: *mut Opaque) -> c_int;
        fn pthread_mutexattr_settype(attr: *mut Opaque, kind: c_int) -> c_int;
        fn pthread_mutex_init(raw: *mut Opaque, attr: *const Opaque) -> c_int;
        fn pthread_mutex_lock(raw: *mut Opaque) -> c_int;
        fn pthread_mutex_unlock(raw: *mut Opaque) -> c_int;
    }

    pub struct Mutex(Box<Opaque>);

    // SAFETY: a POSIX mutex is made to be used by many threads.
    unsafe impl Sync for Mutex {}

    impl Mutex {
        pub fn new() -> Mutex {
            let mutex = Mutex(Box::default());
            let mut attr = Opaque::default();
            // SAFETY: both are large enough, and the mutex does not move.
            unsafe {
                pthread_mutexattr_init(&mut attr);
                pthread_mutexattr_settype(&mut attr, ERRORCHECK);
                pthread_mutex_init(mutex.raw(), &attr);
            }
            mutex
        }

        pub fn lock(&self) -> String {
            // SAFETY: made by `pthread_mutex_init`.
            said(unsafe { pthread_mutex_lock(self.raw()) })
        }

        pub fn unlock(&self) -> String {
            // SAFETY: made by `pthread_mutex_init`. This kind of mutex
            // answers with an error if another thread has locked it.
            said(unsafe { pthread_mutex_unlock(self.raw()) })
        }

        fn raw(&self) -> *mut Opaque {
            (&raw const *self.0).cast_mut()
        }
    }

    fn said(code: c_int) -> String {
        match code {
            0 => "done".into(),
            code => std::io::Error::from_raw_os_error(code).kind().to_string(),
        }
    }
}

/// The same rules, where the system has no such mutex.
#[cfg(not(unix))]
mod posix {
    use std::sync::Mutex as Plain;
    use std::thread::{self, ThreadId};

    pub struct Mutex(Plain<Option<ThreadId>>);

    impl Mutex {
        pub fn new() -> Mutex {
            Mutex(Plain::new(None))
        }

        pub fn lock(&self) -> String {
            let mut held_by = self.0.lock().unwrap();
            if held_by.is_some() {
                return "deadlock".into();
            }
            *held_by = Some(thread::current().id());
            "done".into()
        }

        pub fn unlock(&self) -> String {
            let mut held_by = self.0.lock().unwrap();
            if *held_by != Some(thread::current().id()) {
                return "permission denied".into();
            }
            *held_by = None;
            "done".into()
        }
    }
}
