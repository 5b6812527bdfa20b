//@ forbid: unsafe_code = "to close the pool by force, while others still have a handle, would leave them a dangling one"
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Takes connections for as long as there are any.
macro_rules! take_all {
    ($pool:expr) => {
        std::iter::from_fn(|| $pool.take()).collect::<Vec<_>>()
    };
}

#[test]
fn a_new_pool_is_full() {
    let pool = Pool::open(2);
    let idle = take_all!(pool).len();
    assert_eq!(
        idle, 2,
        "a pool of 2 has {idle} idle connections: it is the pool that keeps them alive"
    );
}

#[test]
fn a_connection_is_put_back() {
    let pool = Pool::open(2);
    let connection = pool
        .take()
        .expect("a pool of 2 has 0 idle connections: it is the pool that keeps them alive");
    let worker = std::thread::spawn(move || connection.put_back());
    worker.join().unwrap();
    let idle = take_all!(pool).len();
    assert_eq!(
        idle, 2,
        "a connection of a pool of 2 was put back, and the pool has {idle} idle"
    );
}

#[test]
fn the_pool_is_closed() {
    let pool = Pool::open(2);
    let watched = Arc::downgrade(&pool);
    if let Some(connection) = pool.take() {
        connection.put_back();
    }
    drop(pool);
    let owners = watched.strong_count();
    assert_eq!(
        owners, 0,
        "the last handle outside is gone, and {owners} are left: the pool is never closed, as its own connections own it"
    );
}

#[test]
fn a_connection_may_come_back_late() {
    let pool = Pool::open(2);
    let Some(connection) = pool.take() else {
        return;
    };
    drop(pool);
    let back = catch_unwind(AssertUnwindSafe(|| connection.put_back()));
    assert!(
        back.is_ok(),
        "a connection came back after its pool was closed, and panicked: where is it to go then?"
    );
}
