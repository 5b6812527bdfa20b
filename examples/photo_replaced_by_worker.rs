//@ run-pass
use std::thread;

struct Photo(&'static str);

impl Drop for Photo {
    fn drop(&mut self) {
        println!("{} freed", self.0);
    }
}

fn main() {
    let mut shown = Photo("thumbnail");
    thread::scope(|s| {
        let lent = &mut shown;
        s.spawn(move || {
            *lent = Photo("original");
            println!("worker done");
        });
    });
    println!("main shows {}", shown.0);
}
