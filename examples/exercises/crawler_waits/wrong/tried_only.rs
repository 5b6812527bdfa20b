//@ rejected: links were found and not followed
use std::sync::Mutex;

type Links = &'static [&'static str];

fn crawl(todo: &Mutex<Vec<&'static str>>, fetch: fn(&str) -> Links) -> u32 {
    let mut visited = 0;
    loop {
        match todo.lock().unwrap().pop() {
            Some(page) => {
                visited += 1;
                if let Ok(mut todo) = todo.try_lock() {
                    todo.extend(fetch(page));
                }
            }
            None => return visited,
        }
    }
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
