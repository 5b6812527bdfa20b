//@ rejected: must have the trait without an `impl`
#![feature(auto_traits, negative_impls)]

pub trait NoSecret {}

pub struct Password(pub String);

impl<F: Fn() -> String> NoSecret for F {}

pub struct Key {
    pub text: String,
}

pub fn log(line: impl Fn() -> String + NoSecret) {
    println!("{}", line());
}

fn main() {
    let user = 7_u32;
    let key = Key {
        text: String::from("k-2718"),
    };
    log(move || format!("user {user}"));
    println!("a key of {} letters", key.text.len());
}
