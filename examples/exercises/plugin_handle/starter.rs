//@ check-fail
use std::rc::Rc;
use std::thread;

mod c {
    //! Stands in for a C library: its numbers belong to no thread.
    use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

    /// How many plugins are open.
    pub static OPEN: AtomicUsize = AtomicUsize::new(0);

    pub fn open() -> *mut u64 {
        OPEN.fetch_add(1, SeqCst);
        Box::into_raw(Box::new(0))
    }

    /// # Safety
    /// `plugin` comes from `open` and is not used again.
    pub unsafe fn close(plugin: *mut u64) {
        OPEN.fetch_sub(1, SeqCst);
        // SAFETY: as the caller promises.
        drop(unsafe { Box::from_raw(plugin) });
    }
}

mod plugin {
    use super::c;
    use std::rc::Rc;

    pub struct Plugin {
        raw: *mut u64, // from the C library
        name: Rc<str>,
    }

    impl Plugin {
        pub fn open(name: Rc<str>) -> Plugin {
            let raw = c::open();
            Plugin { raw, name }
        }
        pub fn add(&mut self, amount: u64) {
            // SAFETY: valid until `drop`; `&mut self` has it alone.
            let value = unsafe { &mut *self.raw };
            *value += amount;
            println!("{}: {value}", self.name);
        }
    }

    impl Drop for Plugin {
        fn drop(&mut self) {
            // SAFETY: opened by `open`, closed only here.
            unsafe { c::close(self.raw) };
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
