//@ output-varies
use std::hint::{black_box, spin_loop};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;
use std::time::Instant;

// ANCHOR: shown
/// Nanoseconds for one clone and one drop: the median of 31
/// rounds of a thousand. Calls `meet` before each round.
fn time<H: Clone>(handle: &H, meet: impl Fn()) -> f64 {
    let mut rounds = [(); 31].map(|()| {
        meet();
        let start = Instant::now();
        for _ in 0..1_000 {
            drop(black_box(handle.clone()));
        }
        start.elapsed().as_secs_f64() * 1e9 / 1e3
    });
    rounds.sort_by(f64::total_cmp);
    rounds[15]
}

fn main() {
    println!("Rc               {:6.1} ns", time(&Rc::new(0), || ()));

    let arc = Arc::new(0);
    println!("Arc, one thread  {:6.1} ns", time(&arc, || ()));

    let arrivals = AtomicU32::new(0);
    thread::scope(|s| {
        s.spawn(|| time(&arc, || meet(&arrivals)));
        let both = time(&arc, || meet(&arrivals));
        println!("Arc, two threads {both:6.1} ns");
    });
}
// ANCHOR_END: shown

/// Returns when both threads are here. Spins, so that they go on
/// at the same moment.
fn meet(arrivals: &AtomicU32) {
    let both = (arrivals.fetch_add(1, Relaxed) / 2 + 1) * 2;
    while arrivals.load(Relaxed) < both {
        spin_loop();
    }
}
