//@ check-fail
//@ nightly
//@ width: 100
#![feature(auto_traits, negative_impls)]

auto trait NoSecret {}

struct Password(String);

impl !NoSecret for Password {}

// ANCHOR: shown
struct Login {
    user: u32,
    password: Password,
}

impl Login {
    fn line(&self) -> String {
        format!("user {}, {} letters", self.user, self.password.0.len())
    }
}

fn main() {
    let password = Password(String::from("sesame"));
    let login = Login { user: 7, password };
    log(move || login.line()); //~ ERROR E0277
}
// ANCHOR_END: shown

fn log(line: impl Fn() -> String + NoSecret) {
    println!("{}", line());
}
