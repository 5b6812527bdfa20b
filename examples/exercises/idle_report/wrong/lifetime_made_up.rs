//@ rejected: no lifetime has to be made up
use std::thread;

fn report(idle: &[u32]) -> (usize, Option<&u32>) {
    // SAFETY: both are joined below.
    let idle: &'static [u32] = unsafe { std::mem::transmute(idle) };
    let expired = thread::spawn(|| idle.iter().filter(|&&sec| sec > 60).count());
    let longest = thread::spawn(|| idle.iter().max());

    (expired.join().unwrap(), longest.join().unwrap())
}

fn main() {
    let idle = vec![12, 95, 61, 3];
    println!("{:?}", report(&idle));
}
