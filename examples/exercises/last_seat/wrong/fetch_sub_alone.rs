//@ rejected: a count of 0 must stay, and not wrap around
use std::sync::Barrier;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

static FREE: AtomicU32 = AtomicU32::new(1);
static MEET: Barrier = Barrier::new(2);

fn book() -> bool {
    MEET.wait();
    FREE.fetch_sub(1, SeqCst) > 0
}

fn main() {
    let worker = thread::spawn(book);
    let mine = book();
    let theirs = worker.join().unwrap();

    println!("two booked the one seat: {}", mine && theirs);
}
