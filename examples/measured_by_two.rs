//@ run-pass
use std::thread;

fn main() {
    let title = String::from("status");
    let measure = move || title.len();

    thread::scope(|s| {
        let first = s.spawn(&measure);
        let second = s.spawn(&measure);
        println!("{}", first.join().unwrap());
        println!("{}", second.join().unwrap());
    });
}
