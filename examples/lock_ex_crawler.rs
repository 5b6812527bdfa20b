//@ hangs
use std::sync::Mutex;

fn links(page: &str) -> &'static [&'static str] {
    if page == "/" {
        &["/news", "/sport"]
    } else {
        &[]
    }
}

fn crawl(todo: &Mutex<Vec<&'static str>>) -> u32 {
    let mut visited = 0;
    loop {
        match todo.lock().unwrap().pop() {
            Some(page) => {
                visited += 1;
                todo.lock().unwrap().extend(links(page));
            }
            None => return visited,
        }
    }
}

fn main() {
    let todo = Mutex::new(vec!["/"]);
    println!("{} pages", crawl(&todo));
}
