//@ nightly
#![feature(auto_traits, negative_impls)]

auto trait NoSecret {}

struct Password(String);

impl !NoSecret for Password {}

impl Password {
    fn is(&self, typed: &str) -> bool {
        self.0 == typed
    }
}

fn log(line: impl Fn() -> String + NoSecret) {
    println!("{}", line());
}

fn main() {
    let user = 7_u32;
    let password = Password(String::from("sesame"));
    let correct = password.is("sesame");
    log(move || format!("login of user {user}: {correct}"));
}
