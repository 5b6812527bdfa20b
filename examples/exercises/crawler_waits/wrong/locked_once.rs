//@ rejected: the list is locked while a page is fetched
use std::sync::Mutex;

type Links = &'static [&'static str];

fn crawl(todo: &Mutex<Vec<&'static str>>, fetch: fn(&str) -> Links) -> u32 {
    let mut visited = 0;
    let mut todo = todo.lock().unwrap();
    while let Some(page) = todo.pop() {
        visited += 1;
        todo.extend(fetch(page));
    }
    visited
}

fn links(page: &str) -> Links {
    if page == "/" {
        &["/news", "/sport"]
    } else {
        &[]
    }
}

fn main() {
    let todo = Mutex::new(vec!["/"]);
    println!("{} pages", crawl(&todo, links));
}
