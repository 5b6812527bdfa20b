//@ run-pass
use std::cell::Cell;
use std::hint::black_box;
use std::thread;

struct Screen(Cell<[u64; 1024]>);

// Wrong: two threads may now copy in and out at once.
unsafe impl Sync for Screen {}

fn main() {
    let screen = &Screen(Cell::new([0; 1024]));
    thread::scope(|s| {
        let viewer = s.spawn(|| {
            loop {
                let shown = black_box(&screen.0).get();
                if shown[0] != shown[1023] {
                    break;
                }
            }
        });
        let mut frame = 0;
        while !viewer.is_finished() {
            frame += 1;
            black_box(&screen.0).set([frame; 1024]);
        }
    });
    println!("the viewer saw parts of two frames");
}
