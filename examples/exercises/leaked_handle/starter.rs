//@ check-fail
use std::ops::Deref;
use std::thread;

/// A handle to a value that is never dropped.
struct Leaked<T>(*const T);

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
    //~^ ERROR E0277
    println!("{} {}", worker.join().unwrap(), name.len());
}
