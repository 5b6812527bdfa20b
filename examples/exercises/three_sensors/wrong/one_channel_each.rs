//@ rejected: a channel for each sensor, one after the other
use std::sync::mpsc;
use std::thread;

fn collect(sensors: Vec<Vec<u32>>) -> Vec<u32> {
    let mut all = Vec::new();
    for readings in sensors {
        let (log, lines) = mpsc::channel();
        thread::spawn(move || {
            for reading in readings {
                log.send(reading).unwrap();
            }
        });
        all.extend(lines);
    }
    all
}

fn main() {
    let mut all = collect(vec![vec![20, 21], vec![], vec![19]]);
    all.sort();
    println!("{all:?}");
}
