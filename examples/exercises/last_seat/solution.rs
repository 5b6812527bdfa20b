//@ no-data-race
use std::sync::Barrier;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

static FREE: AtomicU32 = AtomicU32::new(1);
static MEET: Barrier = Barrier::new(2);

fn book() -> bool {
    MEET.wait();
    let one_less = |free: u32| free.checked_sub(1);
    FREE.try_update(SeqCst, SeqCst, one_less).is_ok()
}

fn main() {
    let worker = thread::spawn(book);
    let mine = book();
    let theirs = worker.join().unwrap();

    println!("two booked the one seat: {}", mine && theirs);
    println!("one booked it: {}", mine != theirs);
}
