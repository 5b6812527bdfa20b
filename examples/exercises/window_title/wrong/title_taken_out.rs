//@ rejected: a window still cannot be looked at from another thread
use std::marker::PhantomData;
use std::thread;

/// Shows a title, and closes where it was opened.
struct Window {
    title: String,
    _home: PhantomData<*const ()>,
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
    let _home = PhantomData;
    let window = Window { title, _home };
    let title = window.title();
    thread::scope(|s| {
        s.spawn(|| println!("{title}"));
    });
}
