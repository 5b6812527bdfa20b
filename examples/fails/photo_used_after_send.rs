//@ check-fail
use std::sync::mpsc;
use std::thread;

fn main() {
    let (photos, inbox) = mpsc::channel::<Vec<u8>>();
    let resizer = thread::spawn(move || {
        for photo in inbox {
            println!("resized {} bytes", photo.len());
        }
    });

    let photo = vec![0; 4096];
    photos.send(photo).unwrap();
    println!("queued {} bytes", photo.len()); //~ ERROR E0382
    drop(photos);
    resizer.join().unwrap();
}
