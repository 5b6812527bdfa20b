//@ check-fail
use plugin::Setting;
use std::thread;

mod plugin {
    use std::marker::PhantomData;

    pub struct Setting<'a> {
        raw: *const u32,
        _host: PhantomData<&'a u32>,
    }

    // SAFETY: `raw` is made from a `&'a u32`. A `Setting<'a>`
    // reads through it, as the reference could, and for as long
    // as the reference could. And `&'a u32` is `Send` and `Sync`.
    unsafe impl Send for Setting<'_> {}
    unsafe impl Sync for Setting<'_> {}

    impl<'a> Setting<'a> {
        pub fn of(number: &'a u32) -> Setting<'a> {
            Setting {
                raw: number,
                _host: PhantomData,
            }
        }
        pub fn get(&self) -> u32 {
            // SAFETY: the number is borrowed for `'a`.
            unsafe { *self.raw }
        }
    }
}

// ANCHOR: shown
fn main() {
    let limit = Box::new(80);
    let setting = Setting::of(&limit); //~ ERROR E0597
    drop(limit); //~ ERROR E0505
    let worker = thread::spawn(move || setting.get());
    println!("limit {}", worker.join().unwrap());
}
// ANCHOR_END: shown
