//@ run-pass
use std::cell::Cell;

thread_local! {
    static HITS: Cell<u32> = const { Cell::new(0) };
}

fn main() {
    HITS.set(100);
    println!("{}", HITS.get());
}
