//@ run-pass
use std::sync::mpsc;
use std::thread;

fn main() {
    let (log, lines) = mpsc::channel();
    for id in 1..=3 {
        let log = log.clone();
        thread::spawn(move || {
            log.send(format!("sensor {id}: ok")).unwrap();
        });
    }
    drop(log);
    println!("{} lines", lines.iter().count());
}
