//@ check-pass
use std::cell::Cell;
use std::sync::MutexGuard;

fn send<T: Send>() {}
fn sync<T: Sync>() {}

type Session = (String, Cell<u32>);

fn main() {
    send::<Session>();
    sync::<MutexGuard<String>>();
}
