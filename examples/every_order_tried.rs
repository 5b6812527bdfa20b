/// Two threads sell the last ticket. Each looks, then sells.
fn sold(order: [usize; 4]) -> u32 {
    let (mut left, mut sold) = (1, 0);
    let mut seen = [None; 2]; // what each thread has looked at
    for thread in order {
        match seen[thread] {
            None => seen[thread] = Some(left),
            Some(0) => {}
            Some(_) => {
                left = 0;
                sold += 1;
            }
        }
    }
    sold
}

/// In how many orders two threads can take `steps` steps each.
fn orders(steps: u64) -> u64 {
    (1..=steps).fold(1, |n, k| n * (steps + k) / k)
}

fn main() {
    let [a, b] = [0, 1];
    let all = [
        [a, a, b, b],
        [a, b, a, b],
        [a, b, b, a],
        [b, a, a, b],
        [b, a, b, a],
        [b, b, a, a],
    ];
    for order in all {
        println!("{order:?}: {} sold", sold(order));
    }
    for steps in [2, 10, 20] {
        println!("{steps} steps each: {} orders", orders(steps));
    }
}
