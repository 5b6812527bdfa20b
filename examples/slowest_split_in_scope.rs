//@ run-pass
use std::thread;

fn slowest(times: &[u32]) -> Option<&u32> {
    let (left, right) = times.split_at(times.len() / 2);

    thread::scope(|s| {
        let worker = s.spawn(|| left.iter().max());
        let mine = right.iter().max();
        worker.join().unwrap().max(mine)
    })
}

fn main() {
    let times = vec![31, 18, 74, 22];
    println!("slowest: {:?} ms", slowest(&times));
}
