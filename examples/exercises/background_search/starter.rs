//@ check-fail
use std::thread::{self, JoinHandle};

fn find_first<I, P>(mut items: I, wanted: P) -> JoinHandle<Option<I::Item>>
where
    I: Iterator + Send + 'static,
    P: FnMut(&I::Item) -> bool,
{
    thread::spawn(move || items.find(wanted)) //~ ERROR E0277
}

fn main() {
    let names = vec!["ada", "grace"];
    let worker = find_first(names.into_iter(), |name| name.len() > 3);
    println!("{:?}", worker.join().unwrap());
}
