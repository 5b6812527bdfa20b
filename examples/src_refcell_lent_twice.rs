//@ run-fail
use std::cell::RefCell;

fn main() {
    let page = RefCell::new(String::from("draft"));
    let reading = page.borrow();
    println!("asked: {}", page.try_borrow_mut().is_ok());
    page.borrow_mut().push('!');
    println!("{reading}");
}
