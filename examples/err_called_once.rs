//@ run-pass
fn once(job: impl FnOnce() -> String) {
    println!("{}", job());
}

fn main() {
    let name = String::from("ada");
    once(move || name);
}
