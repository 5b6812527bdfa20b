//@ run-pass
use std::thread;

fn main() {
    let worker = thread::spawn(|| -> u32 { panic!("disk full") });

    let watcher = thread::spawn(move || match worker.join() {
        Ok(saved) => format!("{saved} files saved"),
        Err(cause) => match cause.downcast_ref::<&str>() {
            Some(text) => format!("worker failed: {text}"),
            None => String::from("worker failed"),
        },
    });
    println!("{}", watcher.join().unwrap());
}
