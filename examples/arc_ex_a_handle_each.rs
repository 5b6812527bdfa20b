use std::sync::Arc;
use std::thread;

fn main() {
    let greeting = Arc::new(String::from("hello"));
    let mut workers = Vec::new();
    for id in 1..=3 {
        let greeting = Arc::clone(&greeting);
        workers.push(thread::spawn(move || {
            format!("{greeting} from worker {id}")
        }));
    }
    for worker in workers {
        println!("{}", worker.join().unwrap());
    }
}
