//@ run-pass
fn main() {
    let name = String::from("api");
    let mut hits = 0_u32;
    let draft = String::from("status: ");

    let measure = || name.len(); // reads name
    let mut hit = || hits += 1; // changes hits
    let publish = || draft + "up"; // uses draft up

    println!("{} bytes", size_of_val(&measure));
    println!("{} bytes", size_of_val(&hit));
    println!("{} bytes", size_of_val(&publish));

    hit();
    println!("{}, {}, {}", measure(), publish(), hits);
}
