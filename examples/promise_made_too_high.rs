//@ data-race
use std::rc::Rc;
use std::thread;

struct Plugin {
    raw: *mut u64,
    name: Rc<str>, // new, and shared with the menu
}

// SAFETY: no one else has `raw`.
unsafe impl Send for Plugin {}

impl Plugin {
    fn run(self) {
        for _ in 0..100 {
            drop(Rc::clone(&self.name));
        }
        // SAFETY: made by `into_raw` in `main`, freed once.
        drop(unsafe { Box::from_raw(self.raw) });
    }
}

fn main() {
    let raw = Box::into_raw(Box::new(0));
    let menu: Rc<str> = "echo".into();
    let name = Rc::clone(&menu);
    let plugin = Plugin { raw, name };

    let worker = thread::spawn(move || plugin.run());
    for _ in 0..100 {
        drop(Rc::clone(&menu));
    }
    worker.join().unwrap();
}
