//@ check-fail
use std::sync::mpsc;
use std::thread;

fn collect(sensors: Vec<Vec<u32>>) -> Vec<u32> {
    let (log, lines) = mpsc::channel();
    for readings in sensors {
        thread::spawn(move || {
            //~^ ERROR E0382
            for reading in readings {
                log.send(reading).unwrap();
            }
        });
    }
    lines.iter().collect()
}

fn main() {
    let mut all = collect(vec![vec![20, 21], vec![], vec![19]]);
    all.sort();
    println!("{all:?}");
}
