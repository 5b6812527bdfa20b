//@ check-fail
use std::thread;

fn every_hour(report: impl Fn() -> String + Send + 'static) -> Vec<String> {
    let clock = thread::spawn(move || {
        let mut log = Vec::new();
        for hour in 1..=2 {
            log.push(format!("{hour}: {}", report()));
        }
        log
    });
    clock.join().unwrap()
}

fn log_status(status: String) -> Vec<String> {
    every_hour(move || status) //~ ERROR E0507
}

fn main() {
    println!("{:?}", log_status(String::from("up")));
}
