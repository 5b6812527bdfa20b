//@ rejected: the promise has a bound
use std::cell::Cell;
use std::thread;

mod exclusive {
    pub struct Exclusive<T>(T);

    // SAFETY: the content may be shared.
    unsafe impl<T: Send> Sync for Exclusive<T> {}

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
