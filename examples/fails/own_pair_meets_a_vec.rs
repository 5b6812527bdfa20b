//@ check-fail
//@ nightly
//@ width: 100
#![feature(auto_traits, negative_impls)]

unsafe auto trait Moves {}
impl<T: ?Sized> !Moves for *const T {}
impl<T: ?Sized> !Moves for *mut T {}

// ANCHOR: shown
fn moves<T: Moves>(_: T) {}

fn main() {
    let ports = vec![80, 443];
    moves(ports); //~ ERROR E0277
}
// ANCHOR_END: shown
