//@ rejected: do both take the same lock first?
use std::sync::{Barrier, Mutex};
use std::thread;

static EAST: Mutex<u32> = Mutex::new(5);
static WEST: Mutex<u32> = Mutex::new(5);
static MEET: Barrier = Barrier::new(2);

fn move_one(from: &Mutex<u32>, to: &Mutex<u32>) {
    MEET.wait();
    let mut from = from.lock().unwrap();
    let mut to = to.lock().unwrap();
    *from -= 1;
    *to += 1;
}

fn main() {
    let worker = thread::spawn(|| move_one(&EAST, &WEST));
    move_one(&WEST, &EAST);
    worker.join().unwrap();

    let east = EAST.lock().unwrap();
    let west = WEST.lock().unwrap();
    println!("east {east}, west {west}");
}
