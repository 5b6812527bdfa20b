//@ check-fail
use std::rc::Rc;

async fn send_reply() {}

async fn handle(_user: Rc<str>) {
    send_reply().await;
}

fn assert_send(_: impl Send) {}

fn main() {
    let reply = handle("ada".into());
    assert_send(reply); //~ ERROR future cannot be sent between threads safely
}
