//@ run-pass
use std::sync::Mutex;
use std::thread;

fn main() {
    let mut hits = Mutex::new(vec![0]);
    hits.get_mut().unwrap().push(0);

    thread::scope(|s| {
        s.spawn(|| hits.lock().unwrap()[0] += 1);
        hits.lock().unwrap()[1] += 1;
    });

    let hits: Vec<u32> = hits.into_inner().unwrap();
    println!("{hits:?}");
}
