//@ rejected: as_it_was
use std::thread;

fn report(idle: &'static [u32]) -> (usize, Option<&'static u32>) {
    let expired = thread::spawn(|| idle.iter().filter(|&&sec| sec > 60).count());
    let longest = thread::spawn(|| idle.iter().max());

    (expired.join().unwrap(), longest.join().unwrap())
}

fn main() {
    println!("{:?}", report(&[12, 95, 61, 3]));
}
