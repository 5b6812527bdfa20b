//@ check-fail
use std::cell::RefCell;
use std::panic;

fn main() {
    let cache = RefCell::new(vec!["/"]);
    let fill = || cache.borrow_mut().push("/login");
    let filled = panic::catch_unwind(fill);
    //~^ ERROR E0277
    //~^ ERROR E0277
    println!("{} {}", filled.is_ok(), cache.borrow().len());
}
