//@ check-fail
use std::cell::Cell;
use std::sync::LazyLock;

static ACTIVE: LazyLock<Cell<u32>> = LazyLock::new(|| Cell::new(0));
//~^ ERROR E0277

fn main() {
    ACTIVE.set(ACTIVE.get() + 1);
    println!("{} active", ACTIVE.get());
}
