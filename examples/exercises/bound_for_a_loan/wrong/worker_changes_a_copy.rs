//@ rejected: `NeitherSharedNorCloned: Clone` is not satisfied
use std::cell::Cell;
use std::thread;

fn elsewhere<T: Send + Clone>(slot: &mut T, change: fn(&mut T)) {
    let mut copy = slot.clone();
    *slot = thread::scope(|s| {
        let worker = s.spawn(move || {
            change(&mut copy);
            copy
        });
        worker.join().unwrap()
    });
}

fn main() {
    let mut hits = Cell::new(0_u32);
    elsewhere(&mut hits, |hits| hits.set(5));
    println!("{} hits", hits.get());
}
