//@ check-fail
use std::sync::mpsc;
use std::thread;

fn main() {
    let (log, lines) = mpsc::channel();
    for id in 1..=3 {
        thread::spawn(move || {
            //~^ ERROR E0382
            log.send(format!("sensor {id}: ok")).unwrap();
        });
    }
    println!("{} lines", lines.iter().count());
}
