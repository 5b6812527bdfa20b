//@ check-fail
use std::thread;

struct Plugin(*mut u32);

// SAFETY: no one else has the pointer, and any thread may use it.
unsafe impl Send for Plugin {}

impl Drop for Plugin {
    fn drop(&mut self) {}
}

fn first(plugin: Plugin) {
    let worker = thread::spawn(move || {
        //~^ ERROR E0277
        let _ = plugin;
        plugin.0.is_null()
    });
    worker.join().unwrap();
}

fn second(plugin: Plugin) {
    let worker = thread::spawn(move || {
        //~^ ERROR E0277
        let Plugin(raw) = plugin;
        raw.is_null()
    });
    worker.join().unwrap();
}

fn main() {
    let _: [fn(Plugin); 2] = [first, second];
}
