//@ rejected: the second hour has lost the status
use std::sync::Mutex;
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
    let status = Mutex::new(status);
    every_hour(move || std::mem::take(&mut *status.lock().unwrap()))
}

fn main() {
    println!("{:?}", log_status(String::from("up")));
}
