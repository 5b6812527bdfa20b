//@ check-fail
use std::sync::Mutex;
use std::thread;

struct Camera {
    raw: *mut u32,
}

fn main() {
    let mut frames = 0;
    let camera = Mutex::new(Camera { raw: &mut frames });
    thread::scope(|s| {
        s.spawn(|| camera.lock().unwrap().raw.is_null()); //~ ERROR E0277
    });
}
