use std::sync::Arc as Shared;
use std::thread;

fn main() {
    let sessions = Shared::new(3);
    let theirs = Shared::clone(&sessions);

    thread::spawn(move || println!("worker: {theirs}"))
        .join()
        .unwrap();
    println!("main: {sessions}");
}
