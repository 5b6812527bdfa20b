//@ rejected: `crawl` never comes back
use std::sync::Mutex;

type Links = &'static [&'static str];

fn crawl(todo: &Mutex<Vec<&'static str>>, fetch: fn(&str) -> Links) -> u32 {
    let mut visited = 0;
    while let Some(page) = todo.lock().unwrap().pop() {
        visited += 1;
        let found = fetch(page);
        todo.lock().unwrap().extend(found);
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
