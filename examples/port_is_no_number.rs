//@ run-fail
fn main() {
    let port: u16 = "eighty".parse().unwrap();
    println!("listening on {port}");
}
