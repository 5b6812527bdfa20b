//@ rejected: no worker is started any more
fn log(names: &[&'static str]) -> Vec<&'static str> {
    let mut visitors = names.to_vec();
    visitors.sort();
    visitors
}

fn main() {
    println!("{:?}", log(&["grace", "ada"]));
}
