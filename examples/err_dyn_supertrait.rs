//@ run-pass
use std::thread;

trait Job: Send {
    fn run(self: Box<Self>);
}

struct Backup;

impl Job for Backup {
    fn run(self: Box<Self>) {
        println!("done");
    }
}

fn run(job: Box<dyn Job>) {
    thread::spawn(|| job.run()).join().unwrap();
}

fn main() {
    run(Box::new(Backup));
}
