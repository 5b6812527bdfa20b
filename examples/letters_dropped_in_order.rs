//@ run-pass
use std::sync::mpsc;

struct Letter(&'static str);

impl Drop for Letter {
    fn drop(&mut self) {
        println!("{} dropped", self.0);
    }
}

fn main() {
    let (letters, inbox) = mpsc::channel();
    letters.send(Letter("first")).unwrap();
    letters.send(Letter("second")).unwrap();
    drop(letters);
    println!("sender gone");

    inbox.recv().unwrap();
    println!("inbox goes");
    drop(inbox);
}
