//@ check-pass
use std::sync::Mutex;

static TURN: Mutex<()> = Mutex::new(());

async fn send_reply() {}

async fn handle() {
    let turn = TURN.lock().unwrap();
    drop(turn);
    send_reply().await;
}

fn assert_send(_: impl Send) {}

fn main() {
    assert_send(handle());
}
