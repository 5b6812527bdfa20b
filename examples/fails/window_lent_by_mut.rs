//@ check-fail
use std::marker::PhantomData;
use std::sync::MutexGuard;
use std::thread;

/// To be closed on the thread that opened it.
struct Window {
    title: String,
    _home: PhantomData<MutexGuard<'static, ()>>,
}

fn show(window: &Window) {
    println!("{}", window.title);
}

fn main() {
    let title = String::from("Inbox");
    let _home = PhantomData;
    let mut window = Window { title, _home };
    thread::scope(|s| {
        let lent = &mut window;
        s.spawn(move || show(lent)); //~ ERROR E0277
    });
}
