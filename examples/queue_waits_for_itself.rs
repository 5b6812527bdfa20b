//@ hangs
use std::sync::mpsc;

fn main() {
    let (jobs, inbox) = mpsc::sync_channel(2);
    for job in ["resize", "crop", "blur"] {
        jobs.send(job).unwrap();
        println!("{job} queued");
    }
    drop(jobs);
    println!("{} jobs", inbox.iter().count());
}
