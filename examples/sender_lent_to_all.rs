//@ run-pass
use std::cell::Cell;
use std::sync::mpsc;
use std::thread;

fn main() {
    let (meters, inbox) = mpsc::channel::<Cell<u32>>();
    thread::scope(|s| {
        for load in [20, 22] {
            let meters = &meters;
            s.spawn(move || meters.send(Cell::new(load)).unwrap());
        }
    });
    drop(meters);
    println!("{}", inbox.iter().map(|m| m.get()).sum::<u32>());
}
