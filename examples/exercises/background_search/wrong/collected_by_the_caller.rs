//@ rejected: on the caller's thread
use std::thread::{self, JoinHandle};

fn find_first<I, P>(items: I, wanted: P) -> JoinHandle<Option<I::Item>>
where
    I: Iterator<Item: Send + 'static>,
    P: FnMut(&I::Item) -> bool + Send + 'static,
{
    let items: Vec<I::Item> = items.collect();
    thread::spawn(move || items.into_iter().find(wanted))
}

fn main() {
    let names = vec!["ada", "grace"];
    let worker = find_first(names.into_iter(), |name| name.len() > 3);
    println!("{:?}", worker.join().unwrap());
}
