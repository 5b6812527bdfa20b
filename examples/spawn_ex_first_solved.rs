//@ run-pass
use std::thread::{self, JoinHandle};

fn find_first<I>(mut items: I) -> JoinHandle<Option<I::Item>>
where
    I: Iterator<Item: Send> + Send + 'static,
{
    thread::spawn(move || items.next())
}

fn main() {
    let names = vec!["ada", "grace"];
    let worker = find_first(names.into_iter());
    println!("{:?}", worker.join().unwrap());
}
