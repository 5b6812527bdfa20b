fn main() {
    let port = 8080;
    let mut next = port;
    next += 1;
    println!("{port}, then {next}");
}
