//@ rejected: makes the answer true by decree
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering::*};

pub struct Board<T> {
    _readers: AtomicUsize,
    _value: T,
}

// SAFETY: a writer waits until no reader is left. Is that enough?
unsafe impl<T: Send> Sync for Board<T> {}

#[derive(Default)]
pub struct Witness(Rc<u32>);

// SAFETY: none.
unsafe impl Send for Witness {}

pub fn first() -> Witness {
    Witness::default()
}

fn main() {
    let board = Board {
        _readers: AtomicUsize::new(0),
        _value: first(),
    };
    println!("{} readers", board._readers.load(Relaxed));
}
