//@ check-pass
use std::rc::Rc;

async fn send_reply() {}

// ANCHOR: shown
async fn handle() {
    {
        let user = Rc::new("ada");
        println!("{user}");
    }
    send_reply().await;
}
// ANCHOR_END: shown

fn assert_send(_: impl Send) {}

fn main() {
    assert_send(handle());
}
