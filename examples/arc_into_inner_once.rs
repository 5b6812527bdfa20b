use std::sync::Arc;
use std::thread;

fn main() {
    let report = Arc::new(String::from("all served"));
    let for_worker = Arc::clone(&report);

    let worker = thread::spawn(move || Arc::into_inner(for_worker));
    let ours = Arc::into_inner(report);
    let theirs = worker.join().unwrap();

    // Which of the two it was may vary; exactly one got it.
    println!("{}", ours.is_some() != theirs.is_some());
    println!("{:?}", ours.or(theirs));
}
