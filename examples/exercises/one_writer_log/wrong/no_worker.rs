//@ rejected: it has to write its line itself
fn lines() -> Vec<&'static str> {
    let mut log = vec!["main started"];
    log.push("worker started");
    log
}

fn main() {
    println!("{:?}", lines());
}
