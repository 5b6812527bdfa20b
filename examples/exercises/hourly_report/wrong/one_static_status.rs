//@ rejected: shows another call's status
use std::sync::OnceLock;
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

static STATUS: OnceLock<String> = OnceLock::new();

fn log_status(status: String) -> Vec<String> {
    STATUS.get_or_init(|| status);
    every_hour(|| STATUS.get().cloned().unwrap_or_default())
}

fn main() {
    println!("{:?}", log_status(String::from("up")));
}
