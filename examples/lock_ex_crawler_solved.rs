//@ run-pass
use std::sync::Mutex;

fn links(page: &str) -> &'static [&'static str] {
    if page == "/" {
        &["/news", "/sport"]
    } else {
        &[]
    }
}

// ANCHOR: shown
fn crawl(todo: &Mutex<Vec<&'static str>>) -> u32 {
    let mut visited = 0;
    loop {
        let next = todo.lock().unwrap().pop();
        let Some(page) = next else { return visited };
        visited += 1;
        todo.lock().unwrap().extend(links(page));
    }
}
// ANCHOR_END: shown

fn main() {
    let todo = Mutex::new(vec!["/"]);
    println!("{} pages", crawl(&todo));
}
