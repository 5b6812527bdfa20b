//@ check-fail
use std::cell::Cell;

struct Hits(Cell<u32>);

unsafe impl Send for &'static Hits {} //~ ERROR E0321

fn main() {
    println!("{}", Hits(Cell::new(0)).0.get());
}
