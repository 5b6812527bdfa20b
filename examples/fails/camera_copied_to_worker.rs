//@ check-fail
use std::thread;

struct Camera {
    raw: *mut u32,
}

fn main() {
    let mut frames = 0;
    let camera = Camera { raw: &mut frames };
    let copy = camera.raw;
    thread::scope(|s| {
        s.spawn(move || copy.is_null()); //~ ERROR E0277
    });
}
