//@ run-pass
use plugin::Setting;
use std::thread;

// ANCHOR: shown
mod plugin {
    pub struct Setting {
        raw: *const u32,
    }

    // SAFETY: whoever called `at` has promised that any thread
    // may read through `raw` while the `Setting` is in use.
    unsafe impl Send for Setting {}
    unsafe impl Sync for Setting {}

    impl Setting {
        /// # Safety
        /// As long as the setting is used, on whatever thread,
        /// `raw` must point to a `u32`, and nobody may write it.
        pub unsafe fn at(raw: *const u32) -> Setting {
            Setting { raw }
        }
        pub fn get(&self) -> u32 {
            // SAFETY: promised by the caller of `at`.
            unsafe { *self.raw }
        }
    }
}

fn main() {
    static LIMIT: u32 = 80;
    // SAFETY: a `static` lives until the program ends, and
    // one that is not `mut` and has no cell is never written.
    let setting = unsafe { Setting::at(&LIMIT) };
    let worker = thread::spawn(move || setting.get());
    println!("limit {}", worker.join().unwrap());
}
// ANCHOR_END: shown
