//@ check-fail
use std::sync::Mutex;

static HITS: Mutex<u32> = Mutex::new(0);

async fn send_reply() {}

async fn handle() {
    match *HITS.lock().unwrap() {
        0 => {}
        _ => send_reply().await,
    }
}

fn assert_send(_: impl Send) {}

fn main() {
    assert_send(handle()); //~ ERROR future cannot be sent between threads safely
}
