//@ rejected: the right bound makes it needless
use std::cell::Cell;
use std::thread;

struct Sent<'a, T>(&'a mut T);

unsafe impl<T> Send for Sent<'_, T> {}

impl<T> Sent<'_, T> {
    fn change(self, change: fn(&mut T)) {
        change(self.0);
    }
}

fn elsewhere<T>(slot: &mut T, change: fn(&mut T)) {
    let slot = Sent(slot);
    thread::scope(|s| {
        s.spawn(move || slot.change(change));
    });
}

fn main() {
    let mut hits = Cell::new(0_u32);
    elsewhere(&mut hits, |hits| hits.set(5));
    println!("{} hits", hits.get());
}
