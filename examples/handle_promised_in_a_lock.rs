use std::sync::Mutex;
use std::thread;

struct Camera {
    raw: *mut u32,
}

// SAFETY: nobody else has the pointer, and it is followed nowhere.
unsafe impl Send for Camera {}

fn main() {
    let mut frames = 0;
    let camera = Mutex::new(Camera { raw: &mut frames });
    let null = thread::scope(|s| {
        let worker = s.spawn(|| camera.lock().unwrap().raw.is_null());
        worker.join().unwrap()
    });
    println!("{null}");
}
