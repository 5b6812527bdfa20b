use std::sync::{Arc, Mutex};
use std::thread;

#[derive(Clone, Default)]
struct Log {
    lines: Arc<Mutex<Vec<String>>>,
}

impl Log {
    fn write(&self, line: String) {
        self.lines.lock().unwrap().push(line);
    }
}

fn main() {
    let log = Log::default();
    let workers = [1, 2].map(|id| {
        let log = log.clone();
        thread::spawn(move || log.write(format!("{id} ready")))
    });
    for worker in workers {
        worker.join().unwrap();
    }
    println!("{} lines", log.lines.lock().unwrap().len());
}
