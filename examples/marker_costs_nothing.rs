//@ run-pass
use std::cell::Cell;

type Job = Box<dyn Fn()>;
type SentJob = Box<dyn Fn() + Send>;

fn main() {
    println!("u64       {}", size_of::<u64>());
    println!("Cell<u64> {}", size_of::<Cell<u64>>());

    let same = size_of::<Job>() == size_of::<SentJob>();
    println!("the two boxes are of one size: {same}");
}
