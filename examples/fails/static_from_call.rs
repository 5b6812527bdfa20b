//@ check-fail
static GREETING: String = String::from("hello"); //~ ERROR E0015

fn main() {
    println!("{GREETING}");
}
