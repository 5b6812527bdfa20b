//@ check-fail
use std::sync::Mutex;

type Log = Mutex<Vec<String>>;

async fn send(_line: &str) {}

async fn send_last(log: &Log) {
    let log = log.lock().unwrap();
    if let Some(line) = log.last() {
        send(line).await;
    }
}

fn assert_send(_: impl Send) {}

fn main() {
    let log = Mutex::new(vec![String::from("started")]);
    assert_send(send_last(&log)); //~ ERROR future cannot be sent between threads safely
}
