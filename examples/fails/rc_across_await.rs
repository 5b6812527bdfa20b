//@ check-fail
use std::rc::Rc;

async fn send_reply() {}

async fn handle() {
    let user = Rc::new("ada");
    send_reply().await;
    println!("{user}");
}

fn assert_send(_: impl Send) {}

fn main() {
    assert_send(handle()); //~ ERROR future cannot be sent between threads safely
}
