//@ rejected: asked_so_far
use std::thread::{self, JoinHandle};

fn find_first<I, P>(mut items: I, wanted: P) -> JoinHandle<Option<I::Item>>
where
    I: Iterator<Item: Send> + Send + 'static,
    P: Fn(&I::Item) -> bool + Send + 'static,
{
    thread::spawn(move || items.find(wanted))
}

fn main() {
    let names = vec!["ada", "grace"];
    let worker = find_first(names.into_iter(), |name| name.len() > 3);
    println!("{:?}", worker.join().unwrap());
}
