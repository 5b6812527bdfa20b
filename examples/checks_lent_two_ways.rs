//@ run-pass
use std::thread;

fn call_twice(job: &(dyn Fn() -> usize + Sync)) -> usize {
    thread::scope(|s| {
        let one = s.spawn(job);
        let two = s.spawn(job);
        one.join().unwrap() + two.join().unwrap()
    })
}

fn call_once(job: &mut (dyn FnMut() + Send)) {
    thread::scope(|s| s.spawn(job).join().unwrap());
}

fn main() {
    let routes = ["/", "/login"];
    println!("{}", call_twice(&|| routes.len()));

    let mut calls = 41;
    call_once(&mut || calls += 1);
    println!("{calls}");
}
