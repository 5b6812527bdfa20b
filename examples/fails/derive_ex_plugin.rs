//@ check-fail
use std::rc::Rc;
use std::thread;

mod plugin {
    use std::rc::Rc;

    // ANCHOR: shown
    pub struct Plugin {
        raw: *mut u64, // from a C library
        name: Rc<str>,
    }

    impl Plugin {
        pub fn open(name: Rc<str>) -> Plugin {
            let raw = Box::into_raw(Box::new(0));
            Plugin { raw, name }
        }
        pub fn add(&mut self, amount: u64) {
            // SAFETY: `raw` is valid until `drop`.
            let value = unsafe { &mut *self.raw };
            *value += amount;
            println!("{}: {value}", self.name);
        }
    }

    impl Drop for Plugin {
        fn drop(&mut self) {
            // SAFETY: made by `into_raw`, freed only here.
            drop(unsafe { Box::from_raw(self.raw) });
        }
    }
}

fn main() {
    let name: Rc<str> = "echo".into();
    let mut plugin = plugin::Plugin::open(Rc::clone(&name));
    let worker = thread::spawn(move || plugin.add(3));
    //~^ ERROR E0277
    //~^ ERROR E0277
    worker.join().unwrap();
    println!("{name} is done");
}
// ANCHOR_END: shown
