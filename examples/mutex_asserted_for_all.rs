//@ check-pass
use std::sync::Mutex;

fn shared<T: Sync>() {}

#[allow(dead_code)]
fn for_all<T: Send>() {
    shared::<Mutex<T>>();
    shared::<Mutex<Option<T>>>();
}

fn main() {
    for_all::<String>();
}
