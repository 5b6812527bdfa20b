//@ rejected: never comes back from `finish`
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Arc, Barrier};
use std::thread;

struct Report {
    served: AtomicU32,
}

static MEET: Barrier = Barrier::new(2);

/// Lets go of the report. The last worker to do so gets it.
fn finish(report: Arc<Report>) -> Option<Report> {
    MEET.wait();
    let mut report = report;
    loop {
        match Arc::try_unwrap(report) {
            Ok(report) => return Some(report),
            Err(handle) => report = handle,
        }
        thread::yield_now();
    }
}

fn work(report: Arc<Report>) -> Option<Report> {
    report.served.fetch_add(1, SeqCst);
    finish(report)
}

fn main() {
    let served = AtomicU32::new(0);
    let report = Arc::new(Report { served });
    let for_worker = Arc::clone(&report);

    let worker = thread::spawn(move || work(for_worker));
    let ours = work(report);
    match worker.join().unwrap().or(ours) {
        Some(report) => println!("{} served", report.served.into_inner()),
        None => println!("the report is lost"),
    }
}
