//@ check-fail
use std::cell::Cell;

async fn send_reply() {}

async fn own(hits: Cell<u32>) {
    send_reply().await;
    hits.set(hits.get() + 1);
}

async fn borrow(hits: &Cell<u32>) {
    send_reply().await;
    hits.set(hits.get() + 1);
}

fn assert_send(_: impl Send) {}

fn main() {
    let hits = Cell::new(0);
    assert_send(borrow(&hits)); //~ ERROR future cannot be sent between threads safely
    assert_send(own(hits));
}
