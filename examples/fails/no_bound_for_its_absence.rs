//@ check-fail
fn keep_here<T: !Send>(_: T) {} //~ ERROR negative bounds are not supported

fn take_any<T: ?Send>(_: T) {} //~ ERROR bound modifier `?` can only be applied to `Sized`

fn main() {}
