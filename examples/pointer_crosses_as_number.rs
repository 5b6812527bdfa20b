//@ run-pass
use std::thread;

fn main() {
    let limit: &'static u32 = Box::leak(Box::new(80));
    let address = std::ptr::from_ref(limit).expose_provenance();
    let worker = thread::spawn(move || {
        let raw = std::ptr::with_exposed_provenance::<u32>(address);
        // SAFETY: leaked and exposed in `main`, and never written.
        unsafe { *raw }
    });
    println!("limit {}", worker.join().unwrap());
}
