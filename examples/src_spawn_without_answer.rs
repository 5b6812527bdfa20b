//@ run-pass
use std::sync::mpsc;
use std::thread;

/// `spawn` for those who want no answer and will not wait.
fn start<F>(job: F)
where
    F: FnOnce() + Send + 'static,
{
    thread::spawn(job);
}

fn main() {
    let (report, inbox) = mpsc::channel();
    let mut sizes = vec![3, 5];
    start(move || {
        sizes.push(8);
        report.send(sizes).unwrap();
    });
    println!("{:?}", inbox.recv().unwrap());
}
