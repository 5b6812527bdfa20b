use std::cell::Cell;

fn main() {
    let count = Cell::new(2);

    // Both threads clone: read, add one, write back.
    let seen_by_1 = count.get();
    let seen_by_2 = count.get(); // before thread 1 writes
    count.set(seen_by_1 + 1);
    count.set(seen_by_2 + 1);
    println!("4 handles, count {}", count.get());

    for handles_left in (0..4).rev() {
        count.set(count.get() - 1);
        if count.get() == 0 {
            println!("freed, {handles_left} handle still in use");
            break;
        }
    }
}
