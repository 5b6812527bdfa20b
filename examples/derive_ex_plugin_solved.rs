//@ run-pass
use std::sync::Arc;
use std::thread;

mod plugin {
    use std::sync::Arc;

    // ANCHOR: shown
    struct Raw(*mut u64);

    // SAFETY: the number lies on the heap and belongs to no thread.
    // `Raw` is private, is not `Clone`, and takes its pointer from
    // `into_raw` in `open`: no one else has a way to the number.
    unsafe impl Send for Raw {}

    impl Drop for Raw {
        fn drop(&mut self) {
            // SAFETY: made by `into_raw`, freed only here.
            drop(unsafe { Box::from_raw(self.0) });
        }
    }

    pub struct Plugin {
        raw: Raw,
        name: Arc<str>,
    }
    // ANCHOR_END: shown

    impl Plugin {
        pub fn open(name: Arc<str>) -> Plugin {
            let raw = Raw(Box::into_raw(Box::new(0)));
            Plugin { raw, name }
        }
        pub fn add(&mut self, amount: u64) {
            // SAFETY: the pointer is valid until `drop`.
            let value = unsafe { &mut *self.raw.0 };
            *value += amount;
            println!("{}: {value}", self.name);
        }
    }
}

fn main() {
    let name: Arc<str> = "echo".into();
    let mut plugin = plugin::Plugin::open(Arc::clone(&name));
    let worker = thread::spawn(move || plugin.add(3));
    worker.join().unwrap();
    println!("{name} is done");
}
