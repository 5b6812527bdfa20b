//@ run-pass
use std::sync::mpsc::{self, TrySendError};

fn main() {
    let (jobs, inbox) = mpsc::sync_channel(2);
    for job in ["resize", "crop", "blur"] {
        match jobs.try_send(job) {
            Ok(()) => println!("{job}: queued"),
            Err(TrySendError::Full(job)) => println!("{job}: full"),
            Err(TrySendError::Disconnected(_)) => break,
        }
    }
    println!("{} taken out", inbox.recv().unwrap());
    println!("blur: {:?}", jobs.try_send("blur"));
}
