use std::thread;

fn main() {
    let open: u32 = thread::scope(|s| {
        let workers = [0, 1].map(|_| s.spawn(|| 1));
        workers.map(|worker| worker.join().unwrap()).iter().sum()
    });
    println!("{open}");
}
