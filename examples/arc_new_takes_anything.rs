use std::cell::RefCell;
use std::sync::Arc;

#[expect(clippy::arc_with_non_send_sync, reason = "one thread")]
fn main() {
    let log = Arc::new(RefCell::new(Vec::new()));
    let same_log = Arc::clone(&log);

    log.borrow_mut().push("connected");
    same_log.borrow_mut().push("closed");
    println!("{:?}", log.borrow());
}
