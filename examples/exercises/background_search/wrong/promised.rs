//@ rejected: an item that holds an `Rc` would come back
use std::thread::{self, JoinHandle};

/// What crosses.
struct Crossing<T>(T);

// SAFETY: none.
unsafe impl<T> Send for Crossing<T> {}

impl<T> Crossing<T> {
    fn open(self) -> T {
        self.0
    }
}

fn find_first<I, P>(items: I, wanted: P) -> JoinHandle<Crossing<Option<I::Item>>>
where
    I: Iterator + 'static,
    P: FnMut(&I::Item) -> bool + 'static,
{
    let search = Crossing((items, wanted));
    thread::spawn(move || {
        let (mut items, wanted) = search.open();
        Crossing(items.find(wanted))
    })
}

fn main() {
    let names = vec!["ada", "grace"];
    let worker = find_first(names.into_iter(), |name| name.len() > 3);
    println!("{:?}", worker.join().unwrap().open());
}
