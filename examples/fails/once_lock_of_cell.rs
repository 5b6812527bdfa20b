//@ check-fail
use std::cell::Cell;
use std::sync::OnceLock;

static LAST_PORT: OnceLock<Cell<u16>> = OnceLock::new(); //~ ERROR E0277

fn main() {
    LAST_PORT.get_or_init(|| Cell::new(80)).set(443);
}
