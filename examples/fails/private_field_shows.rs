//@ check-fail
use std::thread;

mod metrics {
    use std::cell::Cell;

    #[derive(Default)]
    pub struct Registry {
        names: Vec<String>,
        reads: Cell<u32>, // new in version 1.1
    }

    impl Registry {
        pub fn count(&self) -> usize {
            self.reads.set(self.reads.get() + 1);
            self.names.len()
        }
    }
}

fn main() {
    let registry = metrics::Registry::default();
    thread::scope(|s| {
        s.spawn(|| println!("{} metrics", registry.count())); //~ ERROR E0277
    });
}
