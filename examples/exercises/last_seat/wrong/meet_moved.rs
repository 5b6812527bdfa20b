//@ rejected: a seat may be booked or given back between the two
use std::sync::Barrier;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

static FREE: AtomicU32 = AtomicU32::new(1);
static MEET: Barrier = Barrier::new(2);

fn book() -> bool {
    MEET.wait();
    let free = FREE.load(SeqCst);
    if free == 0 {
        return false;
    }
    FREE.store(free - 1, SeqCst);
    true
}

fn main() {
    let worker = thread::spawn(book);
    let mine = book();
    let theirs = worker.join().unwrap();

    println!("two booked the one seat: {}", mine && theirs);
}
