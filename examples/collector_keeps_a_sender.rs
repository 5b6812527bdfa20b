//@ hangs
use std::sync::mpsc;
use std::thread;

fn main() {
    let (results, inbox) = mpsc::channel();
    for id in 1..=2 {
        let results = results.clone();
        thread::spawn(move || results.send(id * 10).unwrap());
    }
    let total: u32 = inbox.iter().sum();
    println!("{total}");
}
