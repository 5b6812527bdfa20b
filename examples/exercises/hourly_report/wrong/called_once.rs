//@ rejected: `every_hour` no longer takes a report for each hour
use std::thread;

fn every_hour(report: impl FnOnce() -> String + Send + 'static) -> Vec<String> {
    let clock = thread::spawn(move || {
        let text = report();
        let mut log = Vec::new();
        for hour in 1..=2 {
            log.push(format!("{hour}: {text}"));
        }
        log
    });
    clock.join().unwrap()
}

fn log_status(status: String) -> Vec<String> {
    every_hour(move || status)
}

fn main() {
    println!("{:?}", log_status(String::from("up")));
}
