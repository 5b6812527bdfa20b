//@ check-fail
fn twice(job: impl Fn() -> String) {
    println!("{} {}", job(), job());
}

fn main() {
    let name = String::from("ada");
    twice(move || name); //~ ERROR E0507
}
