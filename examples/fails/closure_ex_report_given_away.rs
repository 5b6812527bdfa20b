//@ check-fail
use std::thread;

fn every_hour(report: impl Fn() -> String + Send + 'static) {
    let clock = thread::spawn(move || {
        for hour in 1..=2 {
            println!("{hour}: {}", report());
        }
    });
    clock.join().unwrap();
}

fn main() {
    let status = String::from("up");
    every_hour(move || status); //~ ERROR E0507
}
