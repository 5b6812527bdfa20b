//@ check-fail
use std::rc::Rc as Shared;
use std::thread;

fn main() {
    let sessions = Shared::new(3);
    let theirs = Shared::clone(&sessions);

    thread::spawn(move || println!("worker: {theirs}")) //~ ERROR E0277
        .join()
        .unwrap();
    println!("main: {sessions}");
}
