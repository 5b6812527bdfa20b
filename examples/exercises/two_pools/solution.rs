use std::ptr;
use std::sync::{Barrier, Mutex};
use std::thread;

static EAST: Mutex<u32> = Mutex::new(5);
static WEST: Mutex<u32> = Mutex::new(5);
static MEET: Barrier = Barrier::new(2);

fn move_one(from: &Mutex<u32>, to: &Mutex<u32>) {
    assert!(!ptr::eq(from, to), "one lock, locked twice");
    MEET.wait();
    let (mut source, mut target);
    if ptr::from_ref(from) < ptr::from_ref(to) {
        source = from.lock().unwrap();
        target = to.lock().unwrap();
    } else {
        target = to.lock().unwrap();
        source = from.lock().unwrap();
    }
    *source -= 1;
    *target += 1;
}

fn main() {
    let worker = thread::spawn(|| move_one(&EAST, &WEST));
    move_one(&WEST, &EAST);
    worker.join().unwrap();

    let east = EAST.lock().unwrap();
    let west = WEST.lock().unwrap();
    println!("east {east}, west {west}");
}
