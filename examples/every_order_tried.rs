/// Two threads sell the last ticket. Each looks, then sells.
fn sold(order: &str) -> u32 {
    let (mut left, mut sold) = (1, 0);
    let mut seen = [None; 2]; // by thread a, by thread b
    for thread in order.chars() {
        let seen = &mut seen[usize::from(thread == 'b')];
        match *seen {
            None => *seen = Some(left),
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
    for order in ["aabb", "abab", "abba", "baab", "baba", "bbaa"] {
        println!("{order}: {} sold", sold(order));
    }
    for steps in [2, 10, 20] {
        println!("{steps} steps each: {} orders", orders(steps));
    }
}
