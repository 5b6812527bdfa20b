//@ run-pass
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

fn main() {
    thread::scope(|s| {
        s.spawn(|| BUFFER.with(|_| println!("buffer in use")));
    });
    println!("the scope has ended");
    MEET.wait();
    MEET.wait();
}
