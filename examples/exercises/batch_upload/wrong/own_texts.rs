//@ rejected: each sample has a text of its own
use std::thread;

struct Label {
    text: String,
}
struct Sample {
    label: Label,
    value: u32,
}
struct Batch {
    samples: [Sample; 2],
}

/// Makes a sample of each value; their labels share the one name.
fn batch(name: &str, values: [u32; 2]) -> Batch {
    let samples = values.map(|value| {
        let text = String::from(name);
        let label = Label { text };
        Sample { label, value }
    });
    Batch { samples }
}

fn upload(batch: Batch) {
    for Sample { label, value } in batch.samples {
        println!("{} {value}", label.text);
    }
}

fn main() {
    let batch = batch("cpu", [40, 60]);
    let worker = thread::spawn(|| upload(batch));
    worker.join().unwrap();
}
