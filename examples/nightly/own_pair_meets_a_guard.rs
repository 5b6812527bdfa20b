//@ check-pass
//@ nightly
#![feature(auto_traits, negative_impls)]
use std::cell::UnsafeCell;
use std::sync::Mutex;

/// # Safety
/// Any thread may be given a value of the type.
unsafe auto trait Moves {}
impl<T: ?Sized> !Moves for *const T {}
impl<T: ?Sized> !Moves for *mut T {}

/// # Safety
/// Any threads may use one value at the same time, by `&`.
unsafe auto trait Shares {}
impl<T: ?Sized> !Shares for UnsafeCell<T> {}

// SAFETY: sending a `&T` gives another thread what sharing the
// `T` gives it, and no more.
unsafe impl<T: Shares + ?Sized> Moves for &T {}

// ANCHOR: shown
// SAFETY: the lock lets one thread at a time have the `T`.
unsafe impl<T: Moves + ?Sized> Shares for Mutex<T> {}

fn moves<T: Moves>(_: T) {}

fn main() {
    let ports = Mutex::new(80);
    moves(ports.lock().unwrap());
}
// ANCHOR_END: shown
