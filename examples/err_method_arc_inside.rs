//@ check-pass
#![allow(dead_code)]
// ANCHOR: shown
use std::sync::Arc;

struct Queue<T>(T);

impl<T: Send> Queue<T> {
    fn send(self) {}
}

fn main() {
    Queue(Arc::new(80)).send();
}
// ANCHOR_END: shown
