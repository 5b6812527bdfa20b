//@ run-pass
use std::sync::LazyLock;

static GREETING: LazyLock<String> = LazyLock::new(|| String::from("hello"));

fn main() {
    println!("{}", *GREETING);
}
