//@ run-pass
//@ nightly
#![feature(reentrant_lock)]
use std::cell::Cell;
use std::sync::ReentrantLock;

static LINES: ReentrantLock<Cell<u32>> = ReentrantLock::new(Cell::new(0));

fn log(line: &str) {
    let lines = LINES.lock();
    lines.set(lines.get() + 1);
    println!("{} {line}", lines.get());
}

fn main() {
    let _whole_report = LINES.lock();
    log("started");
    log("ready");
}
