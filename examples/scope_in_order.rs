use std::thread;

fn main() {
    println!("before");
    thread::scope(|s| {
        let worker = s.spawn(|| println!("worker"));
        worker.join().unwrap();
        println!("joined");
    });
    println!("after");
}
