//@ check-fail
use std::sync::Arc;
use std::thread;

fn main() {
    let greeting = Arc::new(String::from("hello"));
    let mut workers = Vec::new();
    for id in 1..=3 {
        workers.push(thread::spawn(move || {
            //~^ ERROR E0382
            format!("{greeting} from worker {id}")
        }));
    }
    for worker in workers {
        println!("{}", worker.join().unwrap());
    }
}
