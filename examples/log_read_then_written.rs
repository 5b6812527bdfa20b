//@ run-pass
use std::thread;

fn main() {
    let mut log = vec!["start", "error: disk full"];
    let mut errors = 0;

    thread::scope(|s| {
        s.spawn(|| {
            for line in &log {
                errors += u32::from(line.starts_with("error"));
            }
        });
        println!("main sees {} lines", log.len());
    });

    log.push("stop");
    println!("{} lines, {errors} error", log.len());
}
