use std::thread;

fn report(idle: &[u32]) -> (usize, Option<&u32>) {
    thread::scope(|s| {
        let expired = s.spawn(|| idle.iter().filter(|&&sec| sec > 60).count());
        let longest = s.spawn(|| idle.iter().max());

        (expired.join().unwrap(), longest.join().unwrap())
    })
}

fn main() {
    let idle = vec![12, 95, 61, 3];
    println!("{:?}", report(&idle));
}
