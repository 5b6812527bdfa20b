use std::thread;

fn lines() -> Vec<&'static str> {
    let mut log = vec!["main started"];
    thread::scope(|s| {
        s.spawn(|| log.push("worker started"));
    });
    log
}

fn main() {
    println!("{:?}", lines());
}
