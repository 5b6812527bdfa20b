//@ run-pass
use std::thread;

struct File(&'static str);

impl Drop for File {
    fn drop(&mut self) {
        println!("{} closed", self.0);
    }
}

fn main() {
    let [input, output, log] = ["input", "output", "log"].map(File);
    let worker = thread::spawn(move || {
        drop(input);
        let _ = log;
        println!("{} written", output.0.len());
        let _ = &output;
    });
    worker.join().unwrap();
    println!("joined");
}
