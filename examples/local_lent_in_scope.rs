//@ run-pass
use std::cell::RefCell;
use std::thread;

thread_local! {
    static USER: RefCell<String> = const { RefCell::new(String::new()) };
}

fn main() {
    USER.with_borrow_mut(|user| user.push_str("ada"));
    USER.with_borrow(|user| {
        thread::scope(|s| {
            s.spawn(|| println!("worker reads {user:?}"));
        });
    });
}
