//@ check-fail
use std::sync::mpsc::channel;
use std::thread;

fn main() {
    thread::scope(|s| {
        let (send, lines) = channel();
        s.spawn(move || {
            for line in lines {
                println!("{line}");
            }
        });
        let line = String::from("GET /status");
        send.send(&line).unwrap(); //~ ERROR E0597
    });
}
