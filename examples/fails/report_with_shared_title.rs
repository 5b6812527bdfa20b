//@ check-fail
use std::rc::Rc;
use std::thread;

struct Report {
    title: Rc<str>,
    rows: Vec<u32>,
}

fn print(report: Report) {
    let total: u32 = report.rows.iter().sum();
    println!("{}: {total}", report.title);
}

fn main() {
    let title = Rc::from("visits");
    let report = Report {
        title,
        rows: vec![3, 5],
    };
    let worker = thread::spawn(move || print(report)); //~ ERROR E0277
    worker.join().unwrap();
}
