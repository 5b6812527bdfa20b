//@ memory-error
use plugin::Setting;
use std::thread;

mod plugin {
    use std::marker::PhantomData;

    /// A setting of the host that a plugin may read.
    pub struct Setting {
        raw: *const u32,
        _marker: PhantomData<u32>,
    }

    // SAFETY:
    // 1. `raw` is made from a reference, so it is valid.
    // 2. The host keeps the number for as long as it is used.
    // 3. It is only read through `raw`, and never written.
    unsafe impl Send for Setting {}
    unsafe impl Sync for Setting {}

    impl Setting {
        pub fn of(number: &u32) -> Setting {
            Setting {
                raw: number,
                _marker: PhantomData,
            }
        }
        pub fn get(&self) -> u32 {
            // SAFETY: points 1 and 2.
            unsafe { *self.raw }
        }
    }
}

fn main() {
    let limit = Box::new(80);
    let setting = Setting::of(&limit);
    drop(limit);
    let worker = thread::spawn(move || setting.get());
    println!("limit {}", worker.join().unwrap());
}
