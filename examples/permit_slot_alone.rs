//@ run-pass
use std::marker::PhantomData;
use std::thread;

struct Pool {
    size: u32,
}

/// A slot of the pool, good while the pool is there.
struct Permit<'a> {
    slot: u32,
    _pool: PhantomData<&'a Pool>,
}

impl Pool {
    fn permit(&self) -> Permit<'_> {
        Permit {
            slot: self.size - 1,
            _pool: PhantomData,
        }
    }
}

fn main() {
    let pool = Pool { size: 4 };
    let permit = pool.permit();
    let worker = thread::spawn(move || permit.slot);
    println!("slot {}", worker.join().unwrap());
}
