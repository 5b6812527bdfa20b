//@ rejected: look for one step that looks and takes
use std::sync::Barrier;
use std::thread;

static mut FREE: u32 = 1;
static MEET: Barrier = Barrier::new(2);

fn book() -> bool {
    MEET.wait();
    unsafe {
        if FREE == 0 {
            return false;
        }
        FREE -= 1;
    }
    true
}

fn main() {
    let worker = thread::spawn(book);
    let mine = book();
    let theirs = worker.join().unwrap();

    println!("two booked the one seat: {}", mine && theirs);
}
