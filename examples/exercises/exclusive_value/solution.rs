use std::cell::Cell;
use std::thread;

mod exclusive {
    pub struct Exclusive<T>(T);

    // SAFETY: a `&Exclusive<T>` leads nowhere: no method takes
    // `&self`, the field is private to this module, and nothing
    // here is derived. Threads that share one share no `T`.
    unsafe impl<T> Sync for Exclusive<T> {}

    impl<T> Exclusive<T> {
        pub fn new(value: T) -> Self {
            Exclusive(value)
        }
        pub fn get_mut(&mut self) -> &mut T {
            &mut self.0
        }
    }
}

fn share<T: Sync>(_: &T) {}

fn main() {
    let mut hits = exclusive::Exclusive::new(Cell::new(0_u32));
    share(&hits);
    thread::scope(|s| {
        s.spawn(|| hits.get_mut().set(1));
    });
    println!("{} hit", hits.get_mut().get());
}
