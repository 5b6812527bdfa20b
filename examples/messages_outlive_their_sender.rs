//@ run-pass
use std::sync::mpsc;
use std::thread;

fn main() {
    let (readings, inbox) = mpsc::channel();
    let sensor = thread::spawn(move || {
        readings.send(20).unwrap();
        readings.send(22).unwrap();
        panic!("sensor lost");
    });

    assert!(sensor.join().is_err());
    println!("{:?}", inbox.iter().collect::<Vec<u32>>());
}
