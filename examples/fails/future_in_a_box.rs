//@ check-fail
use std::pin::Pin;

fn reply() -> Pin<Box<dyn Future<Output = u32>>> {
    Box::pin(async { 200 })
}

fn assert_send(_: impl Send) {}

fn main() {
    assert_send(async { 200 });
    assert_send(reply()); //~ ERROR E0277
}
