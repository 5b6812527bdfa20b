//@ run-pass
use std::thread;

struct Report {
    title: String,
    rows: Vec<u32>,
}

fn print(report: Report) {
    let total: u32 = report.rows.iter().sum();
    println!("{}: {total}", report.title);
}

fn main() {
    let title = String::from("visits");
    let report = Report {
        title,
        rows: vec![3, 5],
    };
    let worker = thread::spawn(move || print(report));
    worker.join().unwrap();
}
