//@ check-fail
use std::cell::Cell;
use std::rc::Rc;

fn counter() -> impl FnMut() -> u32 {
    let mut n = 0;
    move || {
        n += 1;
        n
    }
}

fn shared_counter() -> impl FnMut() -> u32 {
    let n = Rc::new(Cell::new(0));
    move || n.replace(n.get() + 1)
}

fn assert_send(_: impl Send) {}

fn main() {
    assert_send(counter());
    assert_send(shared_counter()); //~ ERROR E0277
}
