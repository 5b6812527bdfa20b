//@ rejected: a batch still cannot be sent to the uploading thread
use std::rc::Rc;

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

/// Makes a sample of each value; their labels share the one name.
fn batch(name: &str, values: [u32; 2]) -> Batch {
    let name: Rc<str> = name.into();
    let samples = values.map(|value| {
        let text = Rc::clone(&name);
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
    upload(batch("cpu", [40, 60]));
}
