//@ check-fail
use std::thread;

fn report(idle: &[u32]) -> (usize, Option<&u32>) {
    let expired = thread::spawn(|| {
        //~^ ERROR E0521
        idle.iter().filter(|&&sec| sec > 60).count()
    });
    let longest = thread::spawn(|| idle.iter().max());

    (expired.join().unwrap(), longest.join().unwrap())
}

fn main() {
    let idle = vec![12, 95, 61, 3];
    println!("{:?}", report(&idle));
}
