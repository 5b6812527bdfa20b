//@ rejected: a window may be sent away now
use std::thread;

struct Window {
    title: String,
}

impl Window {
    fn title(&self) -> &str {
        &self.title
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        println!("closed");
    }
}

fn main() {
    let title = String::from("Inbox");
    let window = Window { title };
    thread::scope(|s| {
        s.spawn(|| println!("{}", window.title()));
    });
}
