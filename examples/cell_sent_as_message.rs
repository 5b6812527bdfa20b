//@ no-data-race
use std::cell::Cell;
use std::sync::mpsc;
use std::thread;

fn main() {
    let (meters, inbox) = mpsc::channel::<Cell<u32>>();
    let worker = thread::spawn(move || {
        loop {
            if let Ok(meter) = inbox.try_recv() {
                meter.set(meter.get() + 1);
                return meter.get();
            }
            thread::yield_now();
        }
    });

    let meter = Cell::new(0);
    meter.set(41);
    meters.send(meter).unwrap();
    println!("{}", worker.join().unwrap());
}
