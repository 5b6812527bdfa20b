//@ check-fail
use std::sync::Mutex;

type Log = Mutex<Vec<String>>;
/// What went out.
type Sent = Mutex<Vec<String>>;

async fn send(sent: &Sent, line: &str) {
    sent.lock().unwrap().push(line.to_owned());
}

async fn send_last(log: &Log, sent: &Sent) {
    let log = log.lock().unwrap();
    if let Some(line) = log.last() {
        send(sent, line).await;
    }
}

fn assert_send(_: impl Send) {}

fn main() {
    let log = Mutex::new(vec![String::from("started")]);
    let sent = Sent::default();
    assert_send(send_last(&log, &sent)); //~ ERROR future cannot be sent between threads safely
}
