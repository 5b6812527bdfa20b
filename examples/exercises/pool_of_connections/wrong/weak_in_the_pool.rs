//@ rejected: a pool of 2 has 0 idle connections
use std::sync::{Arc, Mutex, Weak};
use std::thread;

struct Pool {
    idle: Mutex<Vec<Weak<Connection>>>,
}

struct Connection {
    id: u32,
    home: Arc<Pool>,
}

impl Pool {
    fn open(size: u32) -> Arc<Pool> {
        let idle = Mutex::default();
        let pool = Arc::new(Pool { idle });
        for id in 1..=size {
            let home = Arc::clone(&pool);
            Arc::new(Connection { id, home }).put_back();
        }
        pool
    }

    fn take(&self) -> Option<Arc<Connection>> {
        self.idle.lock().unwrap().pop()?.upgrade()
    }
}

impl Connection {
    fn put_back(self: Arc<Connection>) {
        let home = Arc::clone(&self.home);
        home.idle.lock().unwrap().push(Arc::downgrade(&self));
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
