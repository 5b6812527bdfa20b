//@ check-fail
//@ width: 100
use std::cell::Cell;
use std::panic::catch_unwind;
use std::sync::Mutex;

fn main() {
    let locked = Mutex::new(0);
    let _ = catch_unwind(|| *locked.lock().unwrap() += 1);

    let bare = Cell::new(0);
    let _ = catch_unwind(|| bare.set(1)); //~ ERROR E0277
}
