//@ run-pass
use std::sync::Barrier;
use std::thread;

fn main() {
    let ready = Barrier::new(2);

    thread::scope(|s| {
        let workers: Vec<_> = (0..2).map(|_| s.spawn(|| ready.wait())).collect();
        for worker in workers {
            worker.join().unwrap();
        }
    });
    println!("both were ready");
}
