//@ run-pass
use std::marker::PhantomData;
use std::sync::MutexGuard;
use std::thread;

struct Window {
    title: &'static str,
    _home: PhantomData<MutexGuard<'static, ()>>,
}

static WINDOW: Window = Window {
    title: "Inbox",
    _home: PhantomData,
};

fn main() {
    let worker = thread::spawn(|| WINDOW.title.len());
    println!("{} letters", worker.join().unwrap());
}
