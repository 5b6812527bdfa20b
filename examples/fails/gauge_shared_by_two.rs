//@ check-fail
use std::sync::Arc;
use std::thread;

mod gauge {
    pub struct Gauge(*const u64);

    // SAFETY: the number is leaked, and nobody writes to it.
    unsafe impl Send for Gauge {}

    impl Gauge {
        pub fn at(level: u64) -> Gauge {
            Gauge(Box::leak(Box::new(level)))
        }
        pub fn read(&self) -> u64 {
            // SAFETY: valid for ever, and nobody writes to it.
            unsafe { *self.0 }
        }
    }
}

fn main() {
    let gauge = Arc::new(gauge::Gauge::at(7));
    let for_worker = Arc::clone(&gauge);
    let worker = thread::spawn(move || for_worker.read()); //~ ERROR E0277
    println!("{} {}", gauge.read(), worker.join().unwrap());
}
