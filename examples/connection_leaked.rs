//@ run-pass
use std::mem;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};

static ACTIVE: AtomicU32 = AtomicU32::new(0);

struct Connection;

impl Connection {
    fn open() -> Self {
        ACTIVE.fetch_add(1, SeqCst);
        Connection
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        ACTIVE.fetch_sub(1, SeqCst);
    }
}

fn main() {
    drop(Connection::open());
    println!("dropped: {} active", ACTIVE.load(SeqCst));

    mem::forget(Connection::open());
    println!("leaked: {} active", ACTIVE.load(SeqCst));
}
