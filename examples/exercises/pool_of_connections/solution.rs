//@ no-data-race
use std::sync::{Arc, Mutex, Weak};
use std::thread;

struct Pool {
    idle: Mutex<Vec<Connection>>,
}

struct Connection {
    id: u32,
    home: Weak<Pool>,
}

impl Pool {
    fn open(size: u32) -> Arc<Pool> {
        let idle = Mutex::default();
        let pool = Arc::new(Pool { idle });
        for id in 1..=size {
            let home = Arc::downgrade(&pool);
            Connection { id, home }.put_back();
        }
        pool
    }

    fn take(&self) -> Option<Connection> {
        self.idle.lock().unwrap().pop()
    }
}

impl Connection {
    fn put_back(self) {
        if let Some(home) = self.home.upgrade() {
            home.idle.lock().unwrap().push(self);
        }
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        println!("pool closed");
    }
}

fn main() {
    let pool = Pool::open(2);
    let connection = pool.take().unwrap();
    let worker = thread::spawn(move || {
        println!("served by {}", connection.id);
        connection.put_back();
    });
    worker.join().unwrap();
}
