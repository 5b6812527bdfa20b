//@ no-data-race
use std::ops::Deref;
use std::thread;

/// A handle to a value that is never dropped.
struct Leaked<T>(*const T);

// SAFETY: a handle gives out `&T` and nothing else: it does not
// drop the value, move it out or make a `&mut T`. `T: Sync` says
// that `&T` may be used by several threads.
unsafe impl<T: Sync> Send for Leaked<T> {}
// SAFETY: through `&Leaked<T>` one gets `&T` and more handles, as
// above.
unsafe impl<T: Sync> Sync for Leaked<T> {}

impl<T> Leaked<T> {
    fn new(value: T) -> Leaked<T> {
        Leaked(Box::leak(Box::new(value)))
    }
    fn another(&self) -> Leaked<T> {
        Leaked(self.0)
    }
}

impl<T> Deref for Leaked<T> {
    type Target = T;
    fn deref(&self) -> &T {
        // SAFETY: `new` leaked the value: it is valid forever.
        unsafe { &*self.0 }
    }
}

fn main() {
    let name = Leaked::new(String::from("ada"));
    let for_worker = name.another();
    let worker = thread::spawn(move || for_worker.len());
    println!("{} {}", worker.join().unwrap(), name.len());
}
