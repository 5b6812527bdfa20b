//@ check-fail
//@ nightly
//@ width: 100
#![feature(auto_traits, negative_impls)]
use std::cell::{Cell, UnsafeCell};

/// # Safety
/// Any thread may be given a value of the type.
unsafe auto trait Moves {}
impl<T: ?Sized> !Moves for *const T {}
impl<T: ?Sized> !Moves for *mut T {}

/// # Safety
/// Any threads may use one value at the same time, by `&`.
unsafe auto trait Shares {}
impl<T: ?Sized> !Shares for *const T {}
impl<T: ?Sized> !Shares for *mut T {}
impl<T: ?Sized> !Shares for UnsafeCell<T> {}

// SAFETY: sending a `&T` gives another thread what sharing the
// `T` gives it, and no more.
unsafe impl<T: Shares + ?Sized> Moves for &T {}

fn moves<T: Moves>(_: T) {}

// ANCHOR: shown
fn main() {
    let hits = Cell::new(7);

    moves(|| hits.get()); //~ ERROR E0277
}
// ANCHOR_END: shown
