use std::thread;

fn main() {
    let mut prices = vec![30, 10, 20, 40];

    let (first, second) = prices.split_at_mut(2);
    thread::scope(|s| {
        s.spawn(|| first.iter_mut().for_each(|price| *price += 1));
        s.spawn(|| second.iter_mut().for_each(|price| *price += 2));
    });

    println!("{prices:?}");
}
