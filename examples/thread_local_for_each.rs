//@ run-pass
use std::cell::RefCell;
use std::rc::Rc;
use std::thread;

thread_local! {
    static USER: RefCell<Rc<str>> = RefCell::new("nobody".into());
}

fn main() {
    USER.set("ada".into());
    let worker = thread::spawn(|| {
        USER.with_borrow(|user| println!("worker: {user}"));
        USER.set("bob".into());
    });
    worker.join().unwrap();
    USER.with_borrow(|user| println!("main: {user}"));
}
