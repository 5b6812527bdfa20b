//@ no-data-race
use plugin::Setting;
use std::thread;

mod plugin {
    use std::marker::PhantomData;

    // ANCHOR: shown
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
    // ANCHOR_END: shown
}

fn main() {
    let limit = Box::new(80);
    let setting = Setting::of(&limit);
    thread::scope(|s| {
        let worker = s.spawn(|| setting.get());
        println!("main: {}", setting.get());
        println!("worker: {}", worker.join().unwrap());
    });
}
