//@ run-fail
use std::sync::mpsc::channel;
use std::thread;

fn main() {
    let limits = vec![80, 90];
    let limits = &limits;

    thread::scope(|s| {
        let (_running, stop) = channel::<()>();
        s.spawn(move || {
            stop.recv().unwrap_err();
            println!("worker reads {limits:?}");
        });
        panic!("main gives up");
    });
}
