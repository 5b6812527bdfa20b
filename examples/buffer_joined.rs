//@ hangs
use std::sync::Barrier;
use std::thread;

static MEET: Barrier = Barrier::new(2);

struct Buffer;

impl Drop for Buffer {
    fn drop(&mut self) {
        MEET.wait();
        println!("buffer written out");
        MEET.wait();
    }
}

thread_local! {
    static BUFFER: Buffer = const { Buffer };
}

// ANCHOR: main
fn main() {
    thread::scope(|s| {
        let worker = s.spawn(|| BUFFER.with(|_| ()));
        worker.join().unwrap();
    });
    println!("the scope has ended");
    MEET.wait();
    MEET.wait();
}
// ANCHOR_END: main
