//@ check-fail
fn rename<'a>(name: &&'a str, other: &'a str) {
    *name = other; //~ ERROR E0594
}

fn main() {
    let name = "inbox";
    rename(&name, "archive");
    println!("{name}");
}
