//@ run-pass
use std::sync::mpsc;
use std::thread;

fn main() {
    let (photos, inbox) = mpsc::channel::<Vec<u8>>();
    let (done, finished) = mpsc::channel();
    let resizer = thread::spawn(move || {
        for mut photo in inbox {
            photo.truncate(1024);
            done.send(photo).unwrap();
        }
    });

    let photo = vec![0; 4096];
    let bytes_at = photo.as_ptr();
    photos.send(photo).unwrap();
    let photo = finished.recv().unwrap();
    println!("{} bytes", photo.len());
    println!("moved in memory: {}", photo.as_ptr() != bytes_at);
    drop(photos);
    resizer.join().unwrap();
}
