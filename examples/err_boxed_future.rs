//@ check-pass
use std::pin::Pin;

fn reply() -> Pin<Box<dyn Future<Output = u32> + Send>> {
    Box::pin(async { 200 })
}

fn assert_send(_: impl Send) {}

fn main() {
    assert_send(reply());
}
