//@ check-pass
use std::sync::Arc;

mod reader {
    use std::ops::Deref;
    use std::sync::Arc;

    // ANCHOR: shown
    /// A handle that lends its value and cannot be cloned.
    pub struct Reader<T>(Arc<T>);

    // SAFETY: through `&Reader<T>` one gets `&T` and nothing else.
    // `T: Sync` says that `&T` may be used by several threads.
    unsafe impl<T: Sync> Sync for Reader<T> {}

    impl<T> Deref for Reader<T> {
        type Target = T;
        fn deref(&self) -> &T {
            &self.0
        }
    }
    // ANCHOR_END: shown

    impl<T> Reader<T> {
        pub fn of(shared: &Arc<T>) -> Reader<T> {
            Reader(Arc::clone(shared))
        }
    }
}

fn asks_for_sync<S: Sync>(_: &S) {}

fn with_sync_alone<T: Sync>(shared: &Arc<T>) {
    asks_for_sync(&reader::Reader::of(shared));
}

fn main() {
    with_sync_alone(&Arc::new(80));
}
