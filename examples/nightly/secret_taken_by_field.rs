//@ nightly
#![feature(auto_traits, negative_impls)]

auto trait NoSecret {}

struct Password(String);

impl !NoSecret for Password {}

fn log(line: impl Fn() -> String + NoSecret) {
    println!("{}", line());
}

fn main() {
    let password = Password(String::from("sesame"));
    log(move || format!("login with {}", password.0));
}
