//@ check-pass
struct Frame {
    _pixels: Vec<u8>, // `Send` by itself
}

fn assert_send<T: Send>() {}

fn main() {
    assert_send::<Frame>();
}
