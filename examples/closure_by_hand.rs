//@ run-pass
struct Over<'a> {
    limit: &'a u32,
}

impl Over<'_> {
    fn call(&self, load: u32) -> bool {
        load > *self.limit
    }
}

fn main() {
    let limit = 80;
    let closure = |load| load > limit;
    let by_hand = Over { limit: &limit };

    println!("{} {}", closure(90), by_hand.call(90));
    println!("{} {}", size_of_val(&closure), size_of_val(&by_hand));
}
