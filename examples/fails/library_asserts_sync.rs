//@ check-fail
mod metrics {
    use std::cell::Cell;

    // ANCHOR: shown
    #[derive(Default)]
    pub struct Registry {
        names: Vec<String>,
        reads: Cell<u32>, // new in version 1.1
    }

    const fn crosses<T: Send + Sync>() {}
    const _: () = crosses::<Registry>(); //~ ERROR E0277
    // ANCHOR_END: shown

    impl Registry {
        pub fn count(&self) -> usize {
            self.reads.set(self.reads.get() + 1);
            self.names.len()
        }
    }
}

fn main() {
    println!("{}", metrics::Registry::default().count());
}
