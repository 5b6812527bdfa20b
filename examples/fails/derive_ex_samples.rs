//@ check-fail
use std::rc::Rc;
use std::thread;

struct Label {
    text: Rc<str>,
}
struct Sample {
    label: Label,
    value: u32,
}
struct Batch {
    samples: [Sample; 2],
}

fn upload(batch: Batch) {
    for Sample { label, value } in batch.samples {
        println!("{} {value}", label.text);
    }
}

fn main() {
    let cpu: Rc<str> = "cpu".into();
    let samples = [40, 60].map(|value| {
        let text = Rc::clone(&cpu);
        let label = Label { text };
        Sample { label, value }
    });
    let batch = Batch { samples };
    let worker = thread::spawn(|| upload(batch)); //~ ERROR E0277
    worker.join().unwrap();
}
