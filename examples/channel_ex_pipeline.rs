//@ hangs
use std::sync::mpsc;
use std::thread;

fn main() {
    let (photos, inbox) = mpsc::sync_channel::<u32>(1);
    let (done, finished) = mpsc::sync_channel::<u32>(1);
    let resizer = thread::spawn(move || {
        for bytes in inbox {
            done.send(bytes / 4).unwrap();
        }
    });

    for bytes in [400, 800, 1200, 1600, 2000] {
        photos.send(bytes).unwrap();
    }
    drop(photos);
    println!("{:?}", finished.iter().collect::<Vec<u32>>());
    resizer.join().unwrap();
}
