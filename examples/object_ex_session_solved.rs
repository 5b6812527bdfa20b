//@ check-pass
use std::sync::Mutex;

type Log = Mutex<Vec<String>>;

async fn send(_line: &str) {}

// ANCHOR: shown
async fn send_last(log: &Log) {
    let last = log.lock().unwrap().last().cloned();
    if let Some(line) = last {
        send(&line).await;
    }
}
// ANCHOR_END: shown

fn assert_send(_: impl Send) {}

fn main() {
    let log = Mutex::new(vec![String::from("started")]);
    assert_send(send_last(&log));
}
