//@ forbid: unsafe_code = "an item that holds an `Rc` would come back while the iterator keeps a clone: ask for what crosses"
use std::cell::Cell;
use std::thread::{self, JoinHandle, ThreadId};

/// May be handed over, and neither shared nor cloned.
struct HandedOver(Cell<u32>);

/// Makes such items, and tells on which thread the first was made.
struct Pages {
    next: Cell<u32>,
    told: std::sync::mpsc::Sender<ThreadId>,
}

impl Iterator for Pages {
    type Item = HandedOver;
    fn next(&mut self) -> Option<HandedOver> {
        let page = self.next.get();
        self.next.set(page + 1);
        let _ = self.told.send(thread::current().id());
        (page < 9).then(|| HandedOver(Cell::new(page)))
    }
}

fn search(page: u32) -> (Option<u32>, Vec<ThreadId>) {
    let (told, threads) = std::sync::mpsc::channel();
    let asked_by = told.clone();
    let next = Cell::new(0);
    let mut asked_so_far = Vec::new();
    let wanted = move |item: &HandedOver| {
        asked_so_far.push(item.0.get());
        let _ = asked_by.send(thread::current().id());
        asked_so_far.last() == Some(&page)
    };
    let worker: JoinHandle<Option<HandedOver>> = find_first(Pages { next, told }, wanted);
    let found = worker.join().unwrap();
    (found.map(|item| item.0.get()), threads.try_iter().collect())
}

#[test]
fn finds_the_first_or_none() {
    assert_eq!(
        search(3).0,
        Some(3),
        "page 3 is there, and the search is to find it"
    );
    assert_eq!(
        search(20).0,
        None,
        "there is no page 20, and the search is to find none"
    );
    let even = find_first(1..9, |n| n % 2 == 0).join().unwrap();
    assert_eq!(
        even,
        Some(2),
        "of several that are wanted, the first is to come back"
    );
}

#[test]
fn worker_does_the_search() {
    let here = thread::current().id();
    let (_, threads) = search(3);
    assert!(
        !threads.contains(&here),
        "items are made or looked at on the caller's thread: the iterator and the question have to go to the worker"
    );
}
