//@ check-pass
use std::rc::Rc;

async fn send_reply() {}

async fn handle() {
    send_reply().await;
    let user = Rc::new("ada");
    println!("{user}");
}

fn assert_send(_: impl Send) {}

fn main() {
    assert_send(handle());
}
