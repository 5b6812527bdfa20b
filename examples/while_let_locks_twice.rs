//@ hangs
use std::sync::Mutex;

fn main() {
    let jobs = Mutex::new(vec!["site"]);
    while let Some(job) = jobs.lock().unwrap().pop() {
        if job == "site" {
            jobs.lock().unwrap().push("page");
        }
    }
    println!("done");
}
