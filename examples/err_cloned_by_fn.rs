//@ run-pass
fn twice(job: impl Fn() -> String) {
    println!("{} {}", job(), job());
}

fn main() {
    let name = String::from("ada");
    twice(move || name.clone());
}
