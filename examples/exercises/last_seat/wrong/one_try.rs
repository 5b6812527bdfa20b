//@ rejected: who was sent away, and why?
use std::sync::Barrier;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

static FREE: AtomicU32 = AtomicU32::new(1);
static MEET: Barrier = Barrier::new(2);

fn book() -> bool {
    MEET.wait();
    let one = FREE.compare_exchange(1, 0, SeqCst, SeqCst);
    one.is_ok()
}

fn main() {
    let worker = thread::spawn(book);
    let mine = book();
    let theirs = worker.join().unwrap();

    println!("two booked the one seat: {}", mine && theirs);
}
