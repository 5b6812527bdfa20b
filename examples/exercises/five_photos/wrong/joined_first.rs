//@ rejected: the circle is still there
use std::sync::mpsc;
use std::thread;

/// A quarter of each, through a resizer of its own.
fn resize(all: Vec<u32>) -> Vec<u32> {
    let (photos, inbox) = mpsc::sync_channel::<u32>(1);
    let (done, finished) = mpsc::sync_channel::<u32>(1);
    let resizer = thread::spawn(move || {
        for bytes in inbox {
            done.send(bytes / 4).unwrap();
        }
    });

    let camera = thread::spawn(move || {
        for bytes in all {
            photos.send(bytes).unwrap();
        }
    });
    camera.join().unwrap();
    let resized = finished.iter().collect();
    resizer.join().unwrap();
    resized
}

fn main() {
    println!("{:?}", resize(vec![400, 800, 1200, 1600, 2000]));
}
