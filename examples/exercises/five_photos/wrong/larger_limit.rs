//@ rejected: a limit was raised or removed
use std::sync::mpsc;
use std::thread;

/// A quarter of each, through a resizer of its own.
fn resize(all: Vec<u32>) -> Vec<u32> {
    let (photos, inbox) = mpsc::sync_channel::<u32>(5);
    let (done, finished) = mpsc::sync_channel::<u32>(5);
    let resizer = thread::spawn(move || {
        for bytes in inbox {
            done.send(bytes / 4).unwrap();
        }
    });

    for bytes in all {
        photos.send(bytes).unwrap();
    }
    drop(photos);
    let resized = finished.iter().collect();
    resizer.join().unwrap();
    resized
}

fn main() {
    println!("{:?}", resize(vec![400, 800, 1200, 1600, 2000]));
}
