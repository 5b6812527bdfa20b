//@ check-fail
fn main() {
    let name = String::from("ada");
    let owner = name;
    println!("{owner} has taken {name}"); //~ ERROR E0382
}
